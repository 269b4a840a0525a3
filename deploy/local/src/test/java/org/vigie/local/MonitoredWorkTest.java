package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.topic.AppTopics;

class MonitoredWorkTest {
    @Test
    void everyProcessShowsItsSevenFiguresOrSaysWhyItHasNone() throws IOException {
        // when
        MonitoredWork work = MonitoredWork.ofTheDocumentation();

        // then
        assertThat(work.columns()).containsExactly("rate", "errors", "lag", "delay", "queue", "batch", "state size");
        assertThat(work.cells().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        AppTopics.all().stream().map(AppTopics::app).toList());
        work.cells()
                .forEach((process, cells) -> assertThat(cells)
                        .as(process)
                        .hasSize(work.columns().size())
                        .allSatisfy(cell -> assertThat(cell)
                                .satisfiesAnyOf(
                                        text -> assertThat(MonitoredWork.metricsIn(text))
                                                .isNotEmpty(),
                                        text -> assertThat(text).matches("none: .{10,}"))));
    }
}
