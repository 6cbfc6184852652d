package com.acme.fares;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Runs tests of both kinds once more; it is no test class itself. */
@Suite
@SelectClasses({FareServiceTest.class, RefundServiceTest.class})
class AllFaresTest {}
