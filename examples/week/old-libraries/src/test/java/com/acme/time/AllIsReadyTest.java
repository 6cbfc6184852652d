package com.acme.time;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireCoverage;

@OperationalReadiness(packages = "com.acme", includeServices = "com.acme..*Service", level = Level.INTEGRATED)
@RequireCoverage(line = 0.80)
class AllIsReadyTest implements ReadinessChecks {}
