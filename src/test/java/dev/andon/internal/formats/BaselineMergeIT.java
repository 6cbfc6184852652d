package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineMergeIT {
    @TempDir
    Path repository;

    @Test
    void two_branches_that_both_fix_something_merge_without_conflict() throws Exception {
        git("init", "--quiet", "--initial-branch=main");
        commit(BaselineCodecTest.numbered(100), "record");
        git("checkout", "--quiet", "-b", "one");
        commit(
                BaselineCodecTest.numbered(100)
                        .without(List.of(
                                BaselineCodecTest.untested(10),
                                BaselineCodecTest.untested(11),
                                BaselineCodecTest.untested(50))),
                "fix three");
        git("checkout", "--quiet", "main");
        commit(
                BaselineCodecTest.numbered(100)
                        .without(List.of(BaselineCodecTest.untested(20), BaselineCodecTest.untested(99))),
                "fix two others");

        git("merge", "--quiet", "--no-edit", "one");

        assertThat(BaselineCodec.decode(Files.readString(repository.resolve(BaselineCodec.NAME)), "file"))
                .isEqualTo(BaselineCodecTest.numbered(100)
                        .without(List.of(
                                BaselineCodecTest.untested(10),
                                BaselineCodecTest.untested(11),
                                BaselineCodecTest.untested(20),
                                BaselineCodecTest.untested(50),
                                BaselineCodecTest.untested(99))));
    }

    private void commit(Baseline baseline, String message) throws Exception {
        Files.writeString(repository.resolve(BaselineCodec.NAME), BaselineCodec.encode(baseline));
        git("add", BaselineCodec.NAME);
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(
                        Stream.of("git", "-c", "user.name=a", "-c", "user.email=a@b"), Arrays.stream(arguments))
                .toArray(String[]::new);
        Process git = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).as(output).isZero();
    }
}
