package dev.andon.internal.audit;

import dev.andon.ServiceConvention;
import dev.andon.internal.assess.Assessment;
import dev.andon.internal.assess.Assessor;
import dev.andon.internal.assess.BaselineFile;
import dev.andon.internal.assess.BaselineMode;
import dev.andon.internal.assess.BuildContext;
import dev.andon.internal.assess.ClassPathResources;
import dev.andon.internal.assess.ReadinessClasses;
import dev.andon.internal.assess.RecordedTestProofs;
import dev.andon.internal.assess.TestProofSource;
import dev.andon.internal.assess.WaiverFile;
import dev.andon.internal.audit.maven.JarClasses;
import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.NotRunReason.Cause;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.formats.BaselineCodec;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportMerger;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.BuildTool;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges a built project from its folders alone, by its own readiness classes or else by the level INTEGRATED. */
public final class Audit {
    /** Stands for any build: what is not older than the class files counts. */
    private static final BuildId ANY_BUILD = new BuildId("audit", BuildId.Kind.DAEMON, Instant.EPOCH);

    /** Readiness classes inherit their tests from our own classes. */
    private static final ClassSource ANDON = className -> className.startsWith("dev.andon.")
            ? ClassSource.of(Audit.class.getClassLoader()).bytes(className)
            : Optional.empty();

    private static final NotRunReason UNKNOWN_BINDINGS = new NotRunReason(
            Cause.UNKNOWN,
            "left no result: no execution of this build picked it up, as far as can be determined without its whole pom",
            "make the pom and its parents readable for the audit, or run the build with the parents in the local repository");

    private final Workspace workspace;
    private final MavenModules poms;
    private final ClassSource outside;
    private final ClassPathResources resources;
    private final AuditOptions options;
    private final Path base;

    private Audit(Path base, Workspace workspace, MavenModules poms, JarClasses libraries, AuditOptions options) {
        this.base = base;
        this.options = options;
        this.resources = libraries::find;
        this.workspace = workspace;
        this.poms = poms;
        this.outside = className -> ANDON.bytes(className).or(() -> libraries.bytes(className));
    }

    /**
     * Judges the project in a folder. Changes nothing in it and runs none of its code, unless it is trusted.
     *
     * @param trustProject whether the service conventions that its readiness class names may be loaded and run
     * @throws ConfigurationException if there is nothing that could be judged, or the readiness class is written wrongly
     */
    public static Report of(Path folder, boolean trustProject) {
        return of(folder, LocalRepository.ofThisMachine(), trustProject);
    }

    /**
     * Judges the project in a folder; the baseline is written where the mode says so, and nothing else.
     *
     * @throws ConfigurationException if there is nothing that could be judged, the readiness class is written wrongly, or a
     *     baseline is damaged
     */
    public static Report of(Path folder, AuditOptions options) {
        return of(folder, LocalRepository.ofThisMachine(), options);
    }

    static Report of(Path folder, LocalRepository repository, boolean trustProject) {
        return of(folder, repository, new AuditOptions(trustProject, BaselineMode.APPLY, Optional.empty()));
    }

    private static Report of(Path folder, LocalRepository repository, AuditOptions options) {
        FolderWorkspace found = FolderWorkspace.of(folder);
        Path base = folder.toAbsolutePath().normalize();
        MavenModules poms = MavenModules.of(found.workspace(), base, repository);
        try (JarClasses libraries = poms.libraries()) {
            List<String> notes = new ArrayList<>(found.notes());
            notes.addAll(poms.notes());
            TestResultCheck.note(base, found.workspace(), module -> AndonOutput.of(module, poms))
                    .ifPresent(notes::add);
            return new Audit(base, found.workspace(), poms, libraries, options).report(notes);
        }
    }

    private Report report(List<String> ofFiles) {
        CodeIndex index = CodeIndex.of(workspace.roots(), outside);
        List<ReadinessClasses.Found> readiness = ReadinessClasses.in(index);
        List<String> notes = new ArrayList<>(ofFiles);
        Report report;
        UnrunReadinessClasses unrun = new UnrunReadinessClasses(index, poms);
        if (readiness.isEmpty()) {
            report = baselined(
                    judge(index, unrun.of("", "", true, List.of())),
                    base,
                    BaselineCodec.NAME,
                    Requirements.BaselineLimits.NONE);
        } else {
            List<AuditScope> scopes = AuditScope.of(readiness, workspace, poms, index);
            List<String> names = readiness.stream()
                    .map(found -> found.declaration().readinessClass())
                    .toList();
            List<ReportMerger.Judged> reports = new ArrayList<>();
            for (AuditScope scope : scopes) {
                String name = scope.declaration().readinessClass();
                Map<String, NotRunReason> reasons = unrun.of(name, scope.module(), reports.isEmpty(), names);
                reports.add(new ReportMerger.Judged(scope.module(), judge(scope, index, reasons)));
            }
            report = reports.size() == 1 ? reports.get(0).report() : ReportMerger.together(reports);
            AuditScope.left(scopes, index).ifPresent(notes::add);
        }
        notes.addAll(report.notes());
        return report.withNotes(notes);
    }

    /** Judges all modules together; where names are duplicated, each module with those that do not repeat its names. */
    private Report judge(CodeIndex whole, Map<String, NotRunReason> unrun) {
        DuplicateNames duplicates = DuplicateNames.in(workspace, whole, poms);
        if (!duplicates.any() || duplicates.judged().isEmpty()) {
            return judge(byLevel(whole), workspace, whole, unrun).report();
        }
        Map<String, Report> reports = new LinkedHashMap<>();
        for (String module : duplicates.judged()) {
            Workspace part = duplicates.apart(module);
            CodeIndex index = CodeIndex.of(part.roots(), outside);
            reports.put(
                    module,
                    judge(byLevel(index), part, index, reports.isEmpty() ? unrun : Map.of())
                            .report());
        }
        Report all = ReportMerger.ofModules(reports);
        List<String> notes = new ArrayList<>(all.notes());
        notes.add(duplicates.note());
        return all.withNotes(notes);
    }

    private Report judge(AuditScope scope, CodeIndex index, Map<String, NotRunReason> unrun) {
        Workspace part = scope.workspace();
        Assessment assessment = judge(
                options.and(scope.declaration()),
                part,
                part.equals(workspace) ? index : CodeIndex.of(part.roots(), outside),
                unrun);
        return baselined(
                assessment.report(),
                assessment.home().map(Module::base).orElse(base),
                assessment.baselineName(),
                scope.declaration().requirements().baseline());
    }

    private Report baselined(Report report, Path folder, String name, Requirements.BaselineLimits limits) {
        return new BaselineFile(folder, name, mode -> "andon audit --baseline " + mode.word() + " " + base)
                .apply(report, options.baseline(), limits, LocalDate.now(Clock.system(ZoneId.systemDefault())));
    }

    private Assessment judge(
            ReadinessDeclaration declaration, Workspace part, CodeIndex index, Map<String, NotRunReason> unrun) {
        return Assessor.assess(
                declaration,
                part,
                index,
                conventions(declaration, part),
                new BuildContext(
                        (inventory, runs) -> true,
                        ANY_BUILD,
                        module -> AndonOutput.of(module, poms),
                        module -> poms.classPath(module).orElse(Set.of()),
                        this::absence,
                        unrun,
                        resources,
                        Optional.empty(),
                        options.proving()
                                .<TestProofSource>map(proving -> new ProjectTestProofs(poms, proving))
                                .orElseGet(() -> new RecordedTestProofs(module -> AndonOutput.of(module, poms)))));
    }

    private Optional<NotRunReason> absence(TestClass testClass) {
        boolean gradle = workspace.modules().stream()
                .anyMatch(module -> module.name().equals(testClass.module()) && !BuildTool.maven(module.base()));
        return Optional.of(
                gradle
                        ? NotRunReason.noTask(Cause.UNKNOWN)
                        : poms.absence(testClass).orElse(UNKNOWN_BINDINGS));
    }

    private ReadinessDeclaration byLevel(CodeIndex index) {
        return WaiverFile.with(
                new ReadinessDeclaration(
                        "audit", packages(index), List.of(), List.of(), List.of(), options.requirements()),
                base);
    }

    private static List<String> packages(CodeIndex index) {
        List<String> packages = Discovery.packages(index);
        if (packages.isEmpty()) {
            throw new ConfigurationException(
                    "there are test classes and no production classes: name the folder of the whole project");
        }
        return packages;
    }

    private List<ServiceConvention> conventions(ReadinessDeclaration declaration, Workspace workspace) {
        if (declaration.conventions().isEmpty()) {
            return List.of();
        }
        if (!options.trustProject()) {
            throw new ConfigurationException("@OperationalReadiness(conventions = "
                    + String.join(", ", declaration.conventions()) + ") on " + declaration.readinessClass()
                    + " is code of the project, and audit runs none: name the services by pattern (includeServices), or "
                    + "pass --trust-project to run it");
        }
        List<ServiceConvention> conventions = new ArrayList<>();
        ClassLoader loader = new URLClassLoader(urls(workspace), Audit.class.getClassLoader());
        for (String name : declaration.conventions()) {
            try {
                conventions.add((ServiceConvention)
                        loader.loadClass(name).getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException | LinkageError | ClassCastException unusable) {
                throw new ConfigurationException("the convention " + name + " of " + declaration.readinessClass()
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
