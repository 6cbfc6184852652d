package dev.andon.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import dev.andon.testing.OwnClasses;
import org.junit.jupiter.api.Test;

/** Checks how the data of canaries flows. */
class CanaryLayersTest {
    @Test
    void canaries_are_declared_then_written_then_recorded_then_proven() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("spec")
                .definedBy("dev.andon.internal.canary.spec..")
                .layer("tls")
                .definedBy("dev.andon.internal.canary.tls..")
                .layer("write")
                .definedBy("dev.andon.internal.canary.write..")
                .layer("record")
                .definedBy("dev.andon.internal.canary.record..")
                .layer("prove")
                .definedBy("dev.andon.internal.canary.prove..")
                .layer("alert")
                .definedBy("dev.andon.internal.canary.alert..")
                .layer("metrics")
                .definedBy("dev.andon.internal.canary.metrics..")
                .layer("rules")
                .definedBy("dev.andon.internal.canary.rules..")
                .whereLayer("alert")
                .mayOnlyAccessLayers("spec", "tls")
                .whereLayer("metrics")
                .mayNotAccessAnyLayer()
                .whereLayer("rules")
                .mayOnlyAccessLayers("spec")
                .whereLayer("spec")
                .mayNotAccessAnyLayer()
                .whereLayer("record")
                .mayNotAccessAnyLayer()
                .whereLayer("tls")
                .mayOnlyAccessLayers("spec")
                .whereLayer("write")
                .mayOnlyAccessLayers("spec", "record", "tls")
                .whereLayer("prove")
                .mayOnlyAccessLayers("spec", "record", "tls")
                .check(OwnClasses.PRODUCTION);
    }
}
