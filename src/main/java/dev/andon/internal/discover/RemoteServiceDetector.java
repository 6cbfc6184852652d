package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.TestSetup;
import dev.andon.internal.frameworks.TestUse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether the service that a test calls runs in another process, where no coverage of it is recorded. */
final class RemoteServiceDetector {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i).*(url|uri|host|endpoint|address|base[-_.]?path|target|server[-_.]?port).*");
    private static final String[] CLIENTS =
            Frameworks.union(Framework::clientPrefixes).toArray(String[]::new);
    private static final String[] STUB_SERVERS =
            Frameworks.union(Framework::stubServerPrefixes).toArray(String[]::new);

    private final Set<String> modules;

    RemoteServiceDetector(Classes classes) {
        modules = classes.index().classes().stream()
                .map(ClassFacts::root)
                .filter(Objects::nonNull)
                .map(ClassRoot::module)
                .filter(module -> !module.isEmpty())
                .map(module -> module.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isElsewhere(TestClassCode test) {
        if (Frameworks.any(Framework::runsServiceElsewhere, test)) {
            return true;
        }
        return !startsInTestJvm(test) && (inContainer(test) || atConfiguredAddress(test));
    }

    private static boolean startsInTestJvm(TestClassCode test) {
        return Frameworks.answers(Framework::testSetup, test)
                        .flatMap(Optional::stream)
                        .map(TestSetup::scale)
                        .anyMatch(TestSetup.Scale::startsInTestJvm)
                || test.main().isPresent();
    }

    /** Returns whether the test builds a container image, or starts one that is named like a module of this build. */
    private boolean inContainer(TestClassCode test) {
        return Frameworks.answers(Framework::containerUse, test).anyMatch(use -> switch (use) {
            case NONE -> false;
            case NAMED_IMAGE ->
                test.constants().stream().map(RemoteServiceDetector::imageName).anyMatch(modules::contains);
            case BUILT_IMAGE -> true;
        });
    }

    private static String imageName(String image) {
        return image.replaceFirst("[:@][^/]*$", "").replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
    }

    private static boolean atConfiguredAddress(TestUse test) {
        return test.names(CLIENTS).isPresent()
                && test.names(STUB_SERVERS).isEmpty()
                && test.bodies().stream().anyMatch(RemoteServiceDetector::readsAddress);
    }

    private static boolean readsAddress(MethodBody body) {
        boolean reads = body.calls().stream()
                .anyMatch(call -> call.owner().equals("java.lang.System")
                        && (call.name().equals("getProperty") || call.name().equals("getenv")));
        return reads
                && body.constants().stream()
                        .anyMatch(constant -> ADDRESS.matcher(constant).matches());
    }
}
