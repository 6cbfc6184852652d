package com.acme.permits;

import java.time.LocalDate;

public record Permit(String plate, String zone, LocalDate validUntil) {}
