package com.acme.time;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

/** First by name, yet last to run: readiness needs what the other tests have shown. */
@OperationalReadiness(packages = "com.acme", includeServices = "com.acme..*Service", level = Level.INTEGRATED)
class AllIsReadyTest implements ReadinessChecks {}
