package com.acme.rooms;

import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(packagesOf = RoomsApplication.class)
class RoomsReadinessIT implements ReadinessChecks {}
