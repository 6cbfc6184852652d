package dev.andon.internal.junit;

import dev.andon.Level;
import dev.andon.ServiceConvention;
import dev.andon.TestKind;
import dev.andon.internal.assess.Assessment;
import dev.andon.internal.assess.Assessor;
import dev.andon.internal.assess.BaselineFile;
import dev.andon.internal.assess.BaselineMode;
import dev.andon.internal.assess.BuildContext;
import dev.andon.internal.assess.NewTestProofs;
import dev.andon.internal.assess.RecordedTestProofs;
import dev.andon.internal.assess.TestProofSource;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.ClassPathWorkspace;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.coverage.AgentSettings;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.prove.ProofEnvironment;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ReadinessAnnotationReader;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.AndonVariables;
import dev.andon.internal.text.BuildTestRun;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads a running readiness class from JUnit's world into the rooms, which know nothing of it. */
final class AssessmentEntryPoint {
    private AssessmentEntryPoint() {}

    static Assessment assess(Class<?> readinessClass, Function<String, Optional<String>> parameter) {
        BaselineMode mode = BaselineMode.of(
                parameter.apply(BaselineMode.KEY),
                Optional.ofNullable(System.getProperty(BaselineMode.KEY)),
                System.getenv());
        ReadinessDeclaration declaration = ReadinessAnnotationReader.read(
                readinessClass.getName(), ReflectedAnnotations.annotations(readinessClass), PracticeChecks.CATALOGUE);
        Assessment assessment = assess(declaration, home(readinessClass), readinessClass.getClassLoader(), parameter);
        BaselineFile file = BaselineFile.ofBuild(OutputFolder.moduleUnderTest(), assessment.baselineName());
        return assessment.withReport(file.apply(
                assessment.report(),
                mode,
                declaration.requirements().baseline(),
                LocalDate.now(Clock.system(ZoneId.systemDefault()))));
    }

    static Assessment assess(List<String> packages, List<TestKind> kinds, Optional<Level> level) {
        Set<Practice> practices = new LinkedHashSet<>();
        kinds.forEach(kind -> practices.add(PracticeChecks.CATALOGUE.get(kind.practice())));
        if (practices.isEmpty() || level.isPresent()) {
            practices.addAll(PracticeChecks.CATALOGUE.of(level.orElse(Level.INTEGRATED)));
        }
        ReadinessDeclaration declaration = new ReadinessDeclaration(
                "Readiness.of", packages, List.of(), List.of(), List.of(), Requirements.of(practices));
        return assess(
                declaration,
                null,
                Thread.currentThread().getContextClassLoader(),
                key -> Optional.ofNullable(System.getProperty(key)));
    }

    private static Assessment assess(
            ReadinessDeclaration declaration,
            @Nullable Path home,
            ClassLoader loader,
            Function<String, Optional<String>> parameter) {
        Workspace workspace = ClassPathWorkspace.of(declaration.packages(), home, loader);
        BuildContext situation = new BuildContext(
                (inventory, runs) -> TestSelection.current().isLast(declaration.readinessClass(), inventory, runs),
                BuildId.current(key -> parameter.apply(key).orElse(null)),
                BuildContext.outputs(
                        OutputFolder.chosen(key -> parameter.apply(key).orElse(null))),
                dependencies(workspace, home),
                testClass -> BuildTestRun.isByGradle()
                        ? Optional.of(NotRunReason.noTask(NotRunReason.Cause.UNKNOWN))
                        : Optional.empty(),
                Map.of(),
                name -> resources(loader, name),
                AgentSettings.ofThisJvm(),
                testProofs(declaration, parameter, loader));
        List<ServiceConvention> conventions = declaration.conventions().stream()
                .map(name -> convention(name, loader))
                .toList();
        CodeIndex index = CodeIndex.of(workspace.roots(), ClassSource.of(loader));
        return Assessor.assess(declaration, workspace, index, conventions, situation);
    }

    /** Who runs the readiness class alone, in an editor, wants its answer at once. */
    private static TestProofSource testProofs(
            ReadinessDeclaration declaration, Function<String, Optional<String>> parameter, ClassLoader loader) {
        Path output = OutputFolder.find(key -> parameter.apply(key).orElse(null));
        String shard = AndonVariables.or(parameter.apply(NewTestProofs.SHARD).orElse(null), NewTestProofs.SHARD);
        return TestSelection.current().isAloneOutsideOfBuild(declaration.readinessClass())
                ? new RecordedTestProofs(module -> List.of(output))
                : new NewTestProofs(new NewTestProofs.Setting(
                        output,
                        NewTestProofs.shard(shard),
                        testClass -> loader.getResource(ClassRoot.entryOf(testClass.name())) != null,
                        () -> ProofEnvironment.ofThisJvm(output),
                        ConsoleProgress::new));
    }

    /** The module of the readiness class depends on all others: the workspace is what its class path holds. */
    private static Function<String, Set<String>> dependencies(Workspace workspace, @Nullable Path home) {
        Set<String> all =
                workspace.modules().stream().map(Module::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> own = workspace.roots().stream()
                .filter(root ->
                        home != null && root.path().equals(home.toAbsolutePath().normalize()))
                .map(ClassRoot::module)
                .collect(Collectors.toSet());
        return module -> own.contains(module) ? all : Set.of();
    }

    private static List<URL> resources(ClassLoader loader, String name) {
        try {
            return Collections.list(loader.getResources(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ServiceConvention convention(String name, ClassLoader loader) {
        try {
            return (ServiceConvention)
                    loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw new ConfigurationException(name + ": its constructor threw " + thrown.getCause());
        } catch (ReflectiveOperationException unusable) {
            throw new ConfigurationException("@OperationalReadiness(conventions = " + name
                    + "): give it a public no-argument constructor in a public class");
        }
    }

    private static @Nullable Path home(Class<?> readinessClass) {
        CodeSource source = readinessClass.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }
}
