package com.acme.shop;

import dev.andon.KeyOperation;
import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireCanaries;
import dev.andon.RequireCoverage;
import dev.andon.RequireProof;
import dev.andon.RequirePyramid;
import dev.andon.RequireTests;
import dev.andon.TestKind;

/** What this shop promises before it may run in production; checked at the end of each build. */
@OperationalReadiness(packagesOf = ShopApplication.class, level = Level.INTEGRATED)
@RequireTests(kind = TestKind.END_TO_END)
@RequireCoverage(line = 0.80, branch = 0.60)
@RequireCoverage(line = 0.60, kind = TestKind.INTEGRATION)
@RequireProof
@RequireCanaries
@RequirePyramid
@KeyOperation(name = "browse the products", route = "GET /products", services = ProductController.class)
@KeyOperation(name = "place an order", route = "POST /orders", services = OrderController.class)
@KeyOperation(name = "check out", route = "GET /checkout/health", services = CheckoutController.class)
class ShopReadinessTest implements ReadinessChecks {}
