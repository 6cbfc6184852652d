package com.acme.stock;

import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(packagesOf = StockServer.class)
class StockReadinessIT implements ReadinessChecks {}
