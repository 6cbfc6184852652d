package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.formats.Baseline;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A fault that survived in a method of a service, whose tests are required to detect more.
 *
 * @param fault the fault
 * @param verdict what it alone makes of the service's result: that of the result, or accepted for a while
 */
public record SurvivedFault(MethodFaultResult fault, Verdict verdict) {

    /** Returns those of a report; none of a service whose tests detect the share that is required. */
    public static List<SurvivedFault> in(Report report) {
        return report.details().testProofs().stream()
                .flatMap(kind -> kind.proof().faults().stream()
                        .filter(fault -> fault.verdict() == MethodFaultResult.Verdict.SURVIVED)
                        .flatMap(fault -> result(report, fault).stream()
                                .map(result -> new SurvivedFault(
                                        fault, verdict(report.details(), fault, result, kind.services())))))
                .filter(survived -> survived.verdict().fails() || survived.isAccepted())
                .distinct()
                .toList();
    }

    /** Returns whether it is waived, or in the baseline. */
    public boolean isAccepted() {
        return verdict == Verdict.WAIVED || verdict == Verdict.BASELINED;
    }

    /** Returns its name, as a waiver has it: {@code OrderController.read:throws}. */
    public String name() {
        return fault.method().shown() + ":" + fault.fault().id();
    }

    private static Optional<PracticeResult> result(Report report, MethodFaultResult fault) {
        return report.services().stream()
                .filter(service -> fault.method().isOf(service.name(), service.module()))
                .map(ServiceResult::practices)
                .flatMap(List::stream)
                .filter(result -> result.id().equals(TestsDetectFailureCheck.PRACTICE.id()))
                .findFirst();
    }

    private static Verdict verdict(
            ReportDetails details, MethodFaultResult fault, PracticeResult result, List<Service> services) {
        String name = new SurvivedFault(fault, result.verdict()).name();
        if (!result.verdict().fails()) {
            return result.verdict();
        }
        boolean known = details.baseline()
                .entries()
                .containsKey(new Baseline.Entry(result.id(), fault.method().service(), WaivedFaults.SURVIVED + name));
        boolean waived = details.waivers().stream()
                .filter(waiver -> isValid(waiver, details.today()))
                .filter(waiver -> isFor(waiver, fault, services))
                .anyMatch(waiver -> WaivedFaults.names(waiver, WaivedFaults.SURVIVED + name));
        return waived ? Verdict.WAIVED : known ? Verdict.BASELINED : result.verdict();
    }

    private static boolean isValid(Requirements.Waiver waiver, LocalDate today) {
        return !waiver.until().isBefore(today) && !waiver.endsTooLate(today);
    }

    private static boolean isFor(Requirements.Waiver waiver, MethodFaultResult fault, List<Service> services) {
        return !waiver.namesServices()
                || services.stream()
                        .filter(service -> fault.method().isOf(service.name(), service.module()))
                        .anyMatch(service -> Waivers.names(waiver, new Subject.OfService(service)));
    }
}
