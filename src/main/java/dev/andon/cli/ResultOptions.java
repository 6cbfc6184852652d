package dev.andon.cli;

import dev.andon.internal.judge.PracticeFilter;
import dev.andon.internal.text.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which results are shown, in which form, and which of them make the command fail. */
final class ResultOptions {

    /** The form of what is printed. */
    enum Format {
        TABLE,
        JSON,
        MARKDOWN,
        SARIF,
        HTML
    }

    /** Which failing results give the exit codes 1 and 3. */
    enum FailOn {
        NEW,
        ANY,
        NEVER
    }

    @Option(
            names = "--format",
            paramLabel = "table|json|markdown|sarif|html",
            defaultValue = "table",
            description = "what is printed; all files are written besides (default: ${DEFAULT-VALUE})")
    private Format format = Format.TABLE;

    @Option(
            names = "--only",
            paramLabel = "<practice>",
            split = ",",
            description = "show and count the results of these practices alone")
    private Set<String> only = new LinkedHashSet<>();

    @Option(
            names = "--fail-on",
            paramLabel = "new|any|never",
            defaultValue = "any",
            description =
                    "which failing results give the exit codes 1 and 3: those that are new since --compare, any, or none "
                            + "(default: ${DEFAULT-VALUE})")
    private FailOn failOn = FailOn.ANY;

    Format format() {
        return format;
    }

    FailOn failOn() {
        return failOn;
    }

    /** Returns which results are left; a practice that does not exist is a misuse. */
    PracticeFilter filter() {
        List<String> known = PracticeFilter.known();
        for (String practice : only) {
            if (!known.contains(practice)) {
                throw new Misuse("--only " + practice + ": there is no such practice"
                        + Nearest.to(practice, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", known)));
            }
        }
        return new PracticeFilter(only);
    }

    /** Refuses to say nothing about a practice. */
    void requireFound(Set<String> found) {
        Set<String> missing = new LinkedHashSet<>(only);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw new Misuse("--only " + String.join(",", missing)
                    + ": nothing was judged by it; require it in the readiness class, or by --level");
        }
    }
}
