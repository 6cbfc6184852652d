package dev.andon.internal.prove;

import dev.andon.internal.formats.TestProof;
import java.nio.file.Path;

/** A JVM that proves tests: prints what it left out, and the verdict on each fault. */
public final class ProvingProgram {

    private ProvingProgram() {}

    /**
     * Runs it.
     *
     * @param arguments the output folder, the class of the service and that of its tests
     */
    public static void main(String... arguments) throws ClassNotFoundException {
        TestProof proof = Proofs.prove(Path.of(arguments[0]), Class.forName(arguments[1]), Class.forName(arguments[2]));
        System.out.println("undecided: " + proof.undecided());
        proof.leftOut().forEach(left -> System.out.println("left out: " + left));
        Proofs.verdicts(proof).forEach((fault, verdict) -> System.out.println(fault + ": " + verdict));
    }
}
