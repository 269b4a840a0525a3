package org.vigie.bench.ward;

import java.util.Map;

/**
 * Holds the figures of one run of the ward benchmark.
 *
 * @param ruleSet version of the shipped rules' file or the path of another one
 */
record WardRun(String ruleSet, long seed, Map<String, Object> figures) {
    String title() {
        return ruleSet + " seed " + seed;
    }
}
