package com.acme.fares;

import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireChangedLines;

@OperationalReadiness(packages = "com.acme.fares", includeServices = "com.acme.fares..*Service")
@RequireChangedLines(since = "main")
class FaresReadinessTest implements ReadinessChecks {}
