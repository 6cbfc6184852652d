package dev.andon.internal.audit;

import dev.andon.Level;
import dev.andon.ServiceConvention;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.judge.Declaration;
import dev.andon.internal.judge.DeclarationReader;
import dev.andon.internal.judge.Demands;
import dev.andon.internal.judge.Misuse;
import dev.andon.internal.judge.Report;
import dev.andon.internal.readiness.Assessor;
import dev.andon.internal.readiness.Situation;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges a built project from its folders alone, by its own readiness class or else by the level INTEGRATED. */
public final class Audit {
    /** Whichever build it was: what is not older than the class files counts. */
    private static final BuildId ANY_BUILD = new BuildId("audit", BuildId.Kind.DAEMON, Instant.EPOCH);

    private Audit() {}

    /**
     * Judges the project in a folder, and changes nothing in it.
     *
     * @throws Misuse if there is nothing that could be judged, or the readiness class is written wrongly
     */
    public static Report of(Path folder) {
        FolderWorkspace found = FolderWorkspace.of(folder);
        Workspace workspace = found.workspace();
        CodeIndex index = CodeIndex.of(workspace.roots(), ClassSource.NONE);
        Declaration declaration = declaration(index);
        Report report = Assessor.assess(
                        declaration,
                        workspace,
                        index,
                        conventions(declaration, workspace),
                        new Situation(tags -> true, ANY_BUILD, AndonOutput::of))
                .report();
        List<String> notes =
                Stream.concat(found.notes().stream(), report.notes().stream()).toList();
        return new Report(report.readinessClass(), report.services(), report.codebase(), notes);
    }

    private static Declaration declaration(CodeIndex index) {
        List<ClassFacts> readiness = Discovery.readinessClasses(index);
        if (!readiness.isEmpty()) {
            ClassFacts first = readiness.get(0);
            return DeclarationReader.read(first.name(), annotations(index, first));
        }
        return new Declaration("audit", packages(index), List.of(), List.of(), List.of(), Demands.of(Level.INTEGRATED));
    }

    /** Its own annotations, those that it inherits, and those that annotations of the user's own are composed of. */
    private static List<AnnotationFacts> annotations(CodeIndex index, ClassFacts readiness) {
        Stream<ClassFacts> hierarchy = Stream.concat(
                Stream.of(readiness),
                index.superTypes(readiness.name()).stream().flatMap(name -> index.find(name).stream()));
        return hierarchy
                .flatMap(facts -> facts.annotations().stream())
                .flatMap(annotation -> Stream.concat(
                        Stream.of(annotation),
                        index.find(annotation.type()).stream().flatMap(type -> type.annotations().stream())))
                .distinct()
                .toList();
    }

    private static List<String> packages(CodeIndex index) {
        List<String> packages = Discovery.packages(index);
        if (packages.isEmpty()) {
            throw new Misuse("there are test classes and no production classes: name the folder of the whole project");
        }
        return packages;
    }

    private static List<ServiceConvention> conventions(Declaration declaration, Workspace workspace) {
        if (declaration.conventions().isEmpty()) {
            return List.of();
        }
        List<ServiceConvention> conventions = new ArrayList<>();
        ClassLoader loader = new URLClassLoader(urls(workspace), Audit.class.getClassLoader());
        for (String name : declaration.conventions()) {
            try {
                conventions.add((ServiceConvention)
                        loader.loadClass(name).getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException | LinkageError | ClassCastException unusable) {
                throw new Misuse("the convention " + name + " of " + declaration.readinessClass()
                        + " cannot be used outside of its tests (" + unusable
                        + "): let it need nothing but the JDK and Andon, or name the services by pattern");
            }
        }
        return conventions;
    }

    private static URL[] urls(Workspace workspace) {
        return workspace.roots().stream().map(ClassRoot::path).map(Audit::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(path + " has no URL", impossible);
        }
    }
}
