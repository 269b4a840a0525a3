package org.vigie.bench.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** How much code and how many tests a module has. */
@JsonPropertyOrder({"module", "main_lines", "test_lines", "test_lines_per_main_line"})
record ModuleSize(
        @JsonProperty("module") String module,
        @JsonProperty("main_lines") long mainLines,
        @JsonProperty("test_lines") long testLines) {
    static ModuleSize of(SourceModule module) {
        return new ModuleSize(module.name(), SourceModule.lines(module.main()), SourceModule.lines(module.test()));
    }

    /** Divides test lines by main lines; 0 for a module that has only tests. */
    @JsonProperty("test_lines_per_main_line")
    double ratio() {
        return mainLines == 0 ? 0 : Math.round(100.0 * testLines / mainLines) / 100.0;
    }
}
