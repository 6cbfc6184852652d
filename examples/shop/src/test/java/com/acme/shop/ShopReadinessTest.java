package com.acme.shop;

import dev.andon.KeyOperation;
import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireCanaries;
import dev.andon.RequireCoverage;
import dev.andon.RequirePyramid;
import dev.andon.RequireTests;
import dev.andon.TestKind;

/** What this shop promises before it may run in production; checked at the end of each build. */
@OperationalReadiness(packagesOf = ShopApplication.class, level = Level.INTEGRATED)
@RequireTests(kind = TestKind.END_TO_END)
@RequireCoverage(line = 0.80, branch = 0.60)
@RequireCoverage(line = 0.60, by = TestKind.INTEGRATION)
@RequireCanaries
@RequirePyramid
@KeyOperation(name = "browse the products", of = "GET /products", service = ProductController.class)
@KeyOperation(name = "place an order", of = "POST /orders", service = OrderController.class)
@KeyOperation(name = "check out", of = "GET /checkout/health", service = CheckoutController.class)
class ShopReadinessTest implements ReadinessChecks {}
