package dev.andon.internal.junit;

import java.util.Optional;

/** The Maven Surefire or Failsafe that runs these tests, as its own code on the call stack tells. */
public final class SurefireVersion {

    private static final String PROVIDER = "org.apache.maven.surefire.junitplatform.";

    private static volatile Optional<String> version = Optional.empty();

    private SurefireVersion() {}

    /** To be called on the thread that asks JUnit's launcher for tests. */
    static void remember() {
        // The class path would not tell: Surefire may keep its own classes in another loader.
        Optional<String> calling = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getName().startsWith(PROVIDER))
                        .findFirst())
                .flatMap(type -> Optional.ofNullable(type.getPackage().getImplementationVersion()));
        if (calling.isPresent()) {
            version = calling;
        }
    }

    /** Whether any of the two runs these tests. */
    static boolean isRunning() {
        return version.isPresent();
    }

    /** Whether the one that runs these tests {@linkplain #losesTestsWithUri(String) loses} tests whose source is a URI. */
    public static boolean losesTestsWithUri() {
        return version.filter(SurefireVersion::losesTestsWithUri).isPresent();
    }

    /**
     * Whether a version neither counts nor reports a dynamic test whose source is a URI: it takes the name of the container
     * above it for that of a class, and waits for that class to end.
     */
    static boolean losesTestsWithUri(String version) {
        return version.equals("3.5.3") || version.startsWith("3.5.3-");
    }
}
