package org.vigie.bench.variability;

/** Holds one statistic of one sign, of the recordings and of simulated patients. */
record ComparedStatistic(String sign, String statistic, double recorded, double simulated) {
    @Override
    public String toString() {
        return "%-8s %-44s %9.2f %9.2f".formatted(sign, statistic, recorded, simulated);
    }
}
