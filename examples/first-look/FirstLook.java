import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the shop with its canaries, prints how ready it is, and says what to try next. The profile {@code first-look} of
 * Andon's pom runs it by {@code java FirstLook.java <Maven's folder> <Andon's jar for the command line> <Maven option>…}.
 */
class FirstLook {
    private static final Path PROJECT = Path.of("examples", "first-look");
    private static final Path SHOP = Path.of("examples", "shop");
    private static final Path LOG = Path.of("target", "first-look.log");
    private static final Path REPORT = Path.of("target", "first-look");

    private FirstLook() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = Arrays.asList(arguments).subList(2, arguments.length);
        System.out.println("Building the shop, with a real PostgreSQL; Maven writes to " + LOG + ".");
        List<String> maven = new ArrayList<>(List.of(
                Path.of(arguments[0], "bin", windows() ? "mvn.cmd" : "mvn").toString(),
                "-B", "-ntp", "-f", PROJECT.resolve("pom.xml").toString()));
        maven.addAll(options);
        maven.addAll(List.of("clean", "verify"));
        boolean built = new ProcessBuilder(maven).redirectErrorStream(true).redirectOutput(LOG.toFile()).start().waitFor() == 0;
        List<String> audit = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        options.stream().filter(option -> option.startsWith("-D")).forEach(audit::add);
        audit.addAll(List.of("-jar", arguments[1], "audit", PROJECT.toString(), "--out", REPORT.toString()));
        System.out.println();
        new ProcessBuilder(audit).inheritIO().start().waitFor();
        System.out.println();
        System.out.println("look at it:           " + REPORT.resolve("index.html").toAbsolutePath().toUri());
        System.out.println("break it:             delete " + SHOP.resolve("src/test/java/com/acme/shop/ProductControllerIT.java")
                + " and run the same command again");
        System.out.println("add it to a project:  docs/getting-started.md, five minutes");
        if (!built) {
            System.out.println();
            System.out.println("The build of the shop failed: " + lastError());
            System.exit(1);
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static String lastError() throws IOException {
        return Files.readAllLines(LOG).stream()
                .filter(line -> line.startsWith("[ERROR] ") && line.length() > "[ERROR] ".length())
                .limit(5)
                .reduce((one, other) -> one + System.lineSeparator() + other)
                .orElse("see " + LOG);
    }
}
