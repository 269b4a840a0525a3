package org.vigie.extraction;

import java.time.LocalDateTime;

/**
 * Holds one measurement as the warehouse holds it.
 *
 * @param unit unit of the row; empty when it has none
 */
record WarehouseEvent(long stay, LocalDateTime measured, String code, String unit, double value) {}
