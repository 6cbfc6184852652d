package dev.andon.internal.evidence.coverage;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import dev.andon.internal.frameworks.Route;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The fixtures as a build: their class files in a folder of their own, and an inventory of them. */
public final class FixtureBuild {

    private static final String PACKAGE = Till.class.getPackageName();

    private FixtureBuild() {}

    /** Copies the production classes among the fixtures. */
    public static Path production(Path folder) throws IOException, URISyntaxException {
        Path from = Path.of(Till.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(PACKAGE.replace('.', '/'));
        Path to = Files.createDirectories(folder.resolve(PACKAGE.replace('.', '/')));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.contains("TestCases")) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
        return folder;
    }

    static ProductionClasses classFiles(Path... folders) {
        return ProductionClasses.in(Stream.of(folders)
                .map(folder -> new ClassRoot(folder, folder.getFileName().toString(), false))
                .toList());
    }

    static Service service(Class<?> type, Path folder, Route... routes) {
        return new Service(
                type.getName(),
                folder.getFileName().toString(),
                Service.Tier.ENTRY,
                "named",
                List.of(routes),
                List.of(),
                new Location(type.getName(), type.getSimpleName() + ".java", 1));
    }

    static TestClass test(Class<?> type, TestKind kind) {
        return new TestClass(
                type.getName(),
                "shop",
                kind,
                "named",
                List.of(),
                List.of(),
                List.of(),
                true,
                false,
                new Location(type.getName(), type.getSimpleName() + ".java", 1));
    }

    static Inventory inventory(List<Service> services, TestClass... tests) {
        return new Inventory(services, List.of(tests));
    }
}
