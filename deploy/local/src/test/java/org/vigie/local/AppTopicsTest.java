package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.topic.AppTopics;
import org.vigie.schemas.topic.TopicCatalogue;

class AppTopicsTest {
    private static final Set<String> CATALOGUE = TopicCatalogue.in("ward", 1).all().stream()
            .map(topic -> topic.name().substring("vigie.ward.".length()))
            .collect(Collectors.toSet());

    @Test
    void eachAppReadsAndWritesWhatTheArchitectureSays() throws IOException {
        // given
        String page = Files.readString(RepositoryPaths.root().resolve("docs/ARCHITECTURE.md"));

        // then
        for (AppTopics app : AppTopics.all()) {
            Matcher row = Pattern.compile("(?m)^\\| \\[" + app.app() + "]\\([^)]*\\) \\|([^|]*)\\|[^|]*\\|([^|]*)\\|$")
                    .matcher(page);
            assertThat(row.find()).as(app.app()).isTrue();
            assertThat(topics(row.group(1))).as(app.app() + " reads").isEqualTo(Set.copyOf(app.reads()));
            assertThat(topics(row.group(2))).as(app.app() + " writes").isEqualTo(Set.copyOf(app.writes()));
        }
    }

    @Test
    void everyTopicIsOfTheCatalogue() {
        assertThat(AppTopics.all()).flatMap(AppTopics::reads).isSubsetOf(CATALOGUE);
        assertThat(AppTopics.all()).flatMap(AppTopics::writes).isSubsetOf(CATALOGUE);
    }

    private static Set<String> topics(String cell) {
        Set<String> found = new TreeSet<>(CATALOGUE);
        found.removeIf(topic -> !Pattern.compile("\\b" + Pattern.quote(topic) + "\\b")
                .matcher(cell)
                .find());
        return found;
    }
}
