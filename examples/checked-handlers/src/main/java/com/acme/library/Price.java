package com.acme.library;

import java.math.BigDecimal;

/** What a book costs. */
public record Price(String isbn, BigDecimal amount) {}
