package com.acme.permits;

import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(packagesOf = PermitsApplication.class)
class PermitsReadinessIT implements ReadinessChecks {}
