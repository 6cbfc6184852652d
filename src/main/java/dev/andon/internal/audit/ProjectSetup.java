package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.text.BuildTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a built project without Andon adds to have it: a readiness class for each module that has services and tests.
 *
 * @param classes the readiness classes
 * @param maven whether Maven builds it
 */
public record ProjectSetup(List<ReadinessSource> classes, boolean maven) {

    /**
     * A readiness class to write.
     *
     * @param folder the module's folder
     * @param file where it goes below the folder
     * @param text its source
     */
    public record ReadinessSource(Path folder, String file, String text) {}

    /**
     * Looks at a built project, and changes nothing.
     *
     * @throws ConfigurationException if it is not built, has a readiness class already, or has nothing to judge
     */
    public static ProjectSetup of(Path folder) {
        FolderWorkspace found = FolderWorkspace.of(folder);
        Path base = folder.toAbsolutePath().normalize();
        CodeIndex index = CodeIndex.of(found.workspace().roots(), ClassSource.NONE);
        Discovery.readinessClasses(index).stream().findFirst().ifPresent(present -> {
            throw new ConfigurationException(base + " has a readiness class already: " + present.name());
        });
        MavenModules poms = MavenModules.of(found.workspace(), base, LocalRepository.ofThisMachine());
        List<ReadinessSource> classes = new ArrayList<>();
        for (Module module : found.workspace().modules()) {
            CodeIndex own = CodeIndex.of(module.roots(), ClassSource.NONE);
            Inventory inventory = Discovery.discover(own, DiscoveryRequest.of());
            if (!inventory.services().isEmpty() && !inventory.testClasses().isEmpty()) {
                classes.add(source(module, Discovery.packages(own), poms.runsFailsafe(module)));
            }
        }
        if (classes.isEmpty()) {
            throw new ConfigurationException("no module of " + base
                    + " has both services and test classes: write the readiness class by hand, in the module that holds the "
                    + "tests, and name the packages of the services");
        }
        return new ProjectSetup(List.copyOf(classes), BuildTool.maven(base));
    }

    private static ReadinessSource source(Module module, List<String> packages, boolean failsafe) {
        boolean kotlin = Files.isDirectory(module.base().resolve("src/test/kotlin"))
                && !Files.isDirectory(module.base().resolve("src/test/java"));
        String name = typeName(module.base().getFileName()) + (failsafe ? "ReadinessIT" : "ReadinessTest");
        String home = packages.get(0);
        String names = packages.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
        String language = kotlin ? "kotlin" : "java";
        String end = kotlin ? "" : ";";
        String text = (home.isEmpty() ? "" : "package " + home + end + "\n\n")
                + "import dev.andon.Level" + end + "\nimport dev.andon.OperationalReadiness" + end
                + "\nimport dev.andon.ReadinessChecks" + end + "\n\n"
                + "@OperationalReadiness(packages = "
                + (kotlin ? "[" + names + "]" : packages.size() == 1 ? names : "{" + names + "}")
                + ", level = Level.TESTED)\n"
                + (kotlin
                        ? "class " + name + " : ReadinessChecks\n"
                        : "class " + name + " implements ReadinessChecks {}\n");
        return new ReadinessSource(
                module.base(),
                "src/test/" + language + "/" + (home.isEmpty() ? "" : home.replace('.', '/') + "/") + name
                        + (kotlin ? ".kt" : ".java"),
                text);
    }

    /** Returns the folder's name as a class name would be. */
    private static String typeName(Path folder) {
        String name = Arrays.stream(String.valueOf(folder).split("[^\\p{Alnum}]+", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) ? "Project" + name : name;
    }

    /**
     * Writes the readiness classes; returns the files.
     *
     * @throws ConfigurationException if one of the files exists; then none is written
     * @throws IOException if one cannot be written, or a link stands in its way
     */
    public List<Path> write() throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReadinessSource source : classes) {
            Path file = source.folder().resolve(source.file());
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new ConfigurationException(file + " exists already");
            }
            OutputFile.refuseLinksIn(source.folder(), file);
            files.add(file);
        }
        for (ReadinessSource source : classes) {
            OutputFile.write(source.folder(), source.file(), source.text());
        }
        return files;
    }
}
