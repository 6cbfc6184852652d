package dev.andon.internal.judge;

import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.tell.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The report files of a made-up build whose only canary has a given proof. */
public final class ReportOfProof {
    private static final String NAME = "com.acme.canaries.PlaceCanary";

    private ReportOfProof() {}

    /** Judges the proof as if it were of that canary, and writes the report files into a folder. */
    public static void write(Path folder, ProofReport proof) throws IOException {
        ProofReport ofCanary = new ProofReport(
                NAME,
                proof.name(),
                proof.operation(),
                proof.route(),
                proof.at(),
                proof.controlRun(),
                proof.reason(),
                proof.asked(),
                proof.requests(),
                proof.anonymous(),
                proof.problems(),
                proof.undecided(),
                proof.provenBy(),
                proof.downgraded(),
                proof.faults());
        Report report = CanaryBuild.in(folder.resolve("build"))
                .shop()
                .main("canaries", CanaryBuild.good("PlaceCanary"))
                .proof(NAME, new ProofRecord.Proven("target/andon/proofs/" + NAME + ".json", ofCanary))
                .judge(CanaryDetectsFailureCheck.PRACTICE);
        ReportFiles.write(folder.resolve("report"), report, true, "shop");
    }
}
