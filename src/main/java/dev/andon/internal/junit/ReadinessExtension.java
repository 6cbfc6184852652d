package dev.andon.internal.junit;

import dev.andon.Readiness;
import dev.andon.ReadinessChecks;
import dev.andon.internal.assess.Assessment;
import dev.andon.internal.assess.ConfigurationKeys;
import dev.andon.internal.assess.Settings;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.spi.ReadinessExtensionDelegate;
import dev.andon.internal.tell.CanaryRecordFile;
import dev.andon.internal.tell.Message;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.internal.tell.SummaryByCause;
import dev.andon.internal.text.OutputFolder;
import dev.andon.internal.text.PlatformVersion;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Assesses the build once for each readiness class, before its first check, passes the assessment to its methods, and
 * tracks whether failing results become failed tests.
 */
public final class ReadinessExtension implements ReadinessExtensionDelegate {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ReadinessExtension.class);

    /** Called by {@link java.util.ServiceLoader}. */
    public ReadinessExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        PlatformVersion.problem().ifPresent(problem -> {
            throw withoutStackTrace(new ExtensionConfigurationException(problem));
        });
        try {
            context.getStore(NAMESPACE).put(Readiness.class, look(context));
        } catch (ConfigurationException misuse) {
            throw withoutStackTrace(new ExtensionConfigurationException(misuse.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError unexpected) {
            throw FailedAssessment.because(unexpected, OutputFolder.find(key -> context.getConfigurationParameter(key)
                    .orElse(null)));
        }
    }

    private static AssessedReadiness look(ExtensionContext context) {
        Class<?> readinessClass = context.getRequiredTestClass();
        Function<String, Optional<String>> parameter = context::getConfigurationParameter;
        Settings settings =
                Settings.of(parameter, ConfigurationKeys.all(readinessClass.getClassLoader()), System.getenv());
        Path folder = OutputFolder.find(key -> parameter.apply(key).orElse(null));
        if (!settings.enabled()) {
            Report nothing = Report.empty(readinessClass.getName(), List.of("switched off by andon.enabled=false"));
            write(folder, nothing, false, settings);
            print("Andon: switched off by andon.enabled=false: nothing is checked");
            return AssessedReadiness.switchedOff(settings);
        }
        Assessment assessment = AssessmentEntryPoint.assess(readinessClass, parameter);
        write(folder, assessment.report(), true, settings);
        assessment.canaryRecords().forEach(ReadinessExtension::record);
        print(SummaryByCause.ofBuild(assessment.report(), folder));
        if (settings.reportOnly()) {
            print("Andon: andon.report-only=true: " + assessment.report().failing()
                    + " failing results are reported, and do not fail the build");
            // No test fails in this mode, so the console shows the messages.
            Message.ofFailing(assessment.report()).forEach(ReadinessExtension::print);
        }
        return new AssessedReadiness(
                assessment,
                settings,
                // An output folder is given where something else than a person reads the results.
                OutputFolder.chosen(key -> parameter.apply(key).orElse(null)) == null
                        && TestSelection.current().isAloneOutsideOfBuild(readinessClass.getName()));
    }

    /** The console is where users look first: Surefire shows only the names of failed tests. */
    @SuppressWarnings("SystemOut")
    private static void print(String summary) {
        System.out.println(VisibleText.ofLines(summary));
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        T tests = factory.proceed();
        if (call.getExecutable().getName().equals("readiness")
                && call.getTarget().orElse(null) instanceof ReadinessChecks) {
            AssessedReadiness readiness = context.getStore(NAMESPACE).get(Readiness.class, AssessedReadiness.class);
            UnreportedFailures.OF_THIS_JVM.asked(call.getTargetClass().getName(), readiness.failingTests());
        }
        return tests;
    }

    private static void write(Path folder, Report report, boolean enabled, Settings settings) {
        try {
            BuildServer.show(
                    ReportFiles.write(folder, report, enabled, report.readinessClass()),
                    settings.annotations(),
                    System.getenv());
        } catch (IOException unwritable) {
            throw new ConfigurationException(
                    "the report cannot be written to " + folder + ": " + unwritable.getMessage());
        }
    }

    private static void record(Path classes, List<CanaryRecord> canaries) {
        try {
            CanaryRecordFile.write(classes, canaries);
        } catch (IOException unwritable) {
            throw new ConfigurationException(
                    "the record of the canaries cannot be written below " + classes + ": " + unwritable.getMessage());
        }
    }

    /** Our own stack frames do not help to fix a readiness class. */
    private static ExtensionConfigurationException withoutStackTrace(ExtensionConfigurationException misuse) {
        misuse.setStackTrace(new StackTraceElement[0]);
        return misuse;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Readiness.class;
    }

    @Override
    public Readiness resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Readiness.class, Readiness.class);
    }
}
