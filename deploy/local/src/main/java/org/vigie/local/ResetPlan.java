package org.vigie.local;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists what the reset of an app deletes.
 *
 * @param groups consumer groups with their offsets: none, or the app's own
 * @param topics changelogs and other topics that only this app uses
 * @param directories with local files
 */
record ResetPlan(String app, List<String> groups, List<String> topics, List<String> directories) {
    boolean isEmpty() {
        return groups.isEmpty() && topics.isEmpty() && directories.isEmpty();
    }

    /** Returns one line for each thing to delete. */
    String text() {
        return Stream.of(
                        groups.stream().map(group -> "consumer group  " + group),
                        topics.stream().map(topic -> "topic           " + topic),
                        directories.stream().map(directory -> "folder          " + directory))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** Returns one line for the audit trail: what is deleted, and on which broker. */
    String auditDetail(String broker) {
        return "state of " + app + " at " + broker + " is deleted: "
                + text().replace("\n", ", ").replaceAll(" {2,}", " ");
    }
}
