package com.acme.parcels;

import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(packagesOf = Parcels.class)
class ParcelsReadinessIT implements ReadinessChecks {}
