package com.acme;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

/** The classes of these services carry no annotation: their names say what they are. */
@OperationalReadiness(
        includeServices = "com.acme..*Service",
        excludeServices = "com.acme.legacy..*",
        level = Level.TESTED)
class BillingReadinessTest implements ReadinessChecks {}
