package dev.andon;

/** Andon's own build is checked by Andon: the classes at which the world enters are its services. */
@OperationalReadiness(
        packages = "dev.andon",
        includeServices = {
            "dev.andon.internal.bytecode.CodeIndex",
            "dev.andon.internal.discover.Discovery",
            "dev.andon.internal.evidence.ledger.LedgerReader",
            "dev.andon.internal.evidence.ledger.ReportReader",
            "dev.andon.internal.require.ReadinessAnnotationReader",
            "dev.andon.internal.judge.Judge"
        },
        level = Level.NONE)
@RequireTests(kind = TestKind.UNIT)
class AndonReadinessTest implements ReadinessChecks {}
