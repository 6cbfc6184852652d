package com.acme.fares;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireChangedLines;

@OperationalReadiness(packages = "com.acme.fares", includeServices = "com.acme.fares..*Service", level = Level.NONE)
@RequireChangedLines(since = "main")
class FaresReadinessTest implements ReadinessChecks {}
