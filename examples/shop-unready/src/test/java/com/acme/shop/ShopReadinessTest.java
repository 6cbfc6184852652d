package com.acme.shop;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireTests;
import dev.andon.TestKind;

/** Everything else in this build is green; EXPECTED.md says row by row what is red here. */
@OperationalReadiness(packagesOf = ShopApplication.class, level = Level.INTEGRATED)
@RequireTests(kind = TestKind.UNIT)
@RequireTests(kind = TestKind.INTEGRATION)
class ShopReadinessTest implements ReadinessChecks {}
