package dev.andon;

/** Andon checks its own build: the classes through which its main parts are entered are its services. */
@OperationalReadiness(
        packages = "dev.andon",
        includeServices = {
            "dev.andon.internal.bytecode.CodeIndex",
            "dev.andon.internal.discover.Discovery",
            "dev.andon.internal.evidence.ledger.LedgerReader",
            "dev.andon.internal.evidence.ledger.ReportReader",
            "dev.andon.internal.require.ReadinessAnnotationReader",
            "dev.andon.internal.judge.Evaluation"
        },
        level = Level.NONE)
@RequireTests(kind = TestKind.UNIT)
class AndonReadinessTest implements ReadinessChecks {}
