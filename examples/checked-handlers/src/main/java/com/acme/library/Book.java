package com.acme.library;

import java.math.BigDecimal;

/** A book on the shelf. */
public record Book(String isbn, String title, int copies, BigDecimal price) {}
