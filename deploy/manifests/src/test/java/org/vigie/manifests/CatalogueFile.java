package org.vigie.manifests;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Writes the topic catalogue as the file from which the chart makes its topics. */
final class CatalogueFile {
    private static final String PREFIX = "vigie.ward.";

    String text() {
        return "# Written from the topic catalogue by HelmChartTest; do not edit.\n"
                + TopicCatalogue.in("ward", 1).all().stream()
                        .map(CatalogueFile::entry)
                        .collect(Collectors.joining());
    }

    private static String entry(Topic<?> topic) {
        String settings = new TreeMap<>(topic.toNewTopic((short) 1).configs())
                .entrySet().stream()
                        .map(setting -> "    " + setting.getKey() + ": \"" + setting.getValue() + "\"\n")
                        .collect(Collectors.joining());
        return "- word: " + topic.name().substring(PREFIX.length()) + "\n  compacted: " + topic.compacted()
                + "\n  config:\n" + settings;
    }
}
