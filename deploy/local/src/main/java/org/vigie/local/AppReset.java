package org.vigie.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.vigie.platform.monitoring.PortHealthCheck;

/**
 * Deletes the state of one app that does not run, so that it reads its topics from their beginning. Topics of the catalogue stay.
 *
 * @param admin of the broker that holds the state
 */
record AppReset(AppState app, Admin admin) {
    /**
     * Lists what there is to delete.
     *
     * @throws IllegalStateException when the app runs
     */
    ResetPlan plan() throws ExecutionException, InterruptedException {
        List<String> groups = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(app.group()::equals)
                .toList();
        requireStopped(groups);
        List<String> topics = admin.listTopics().names().get().stream()
                .filter(this::isInternal)
                .sorted()
                .toList();
        List<String> directories = app.directory().filter(Files::isDirectory).stream()
                .map(Path::toString)
                .toList();
        return new ResetPlan(app.name(), groups, topics, directories);
    }

    /** Deletes the folders last: without its offsets the app reads everything again in any case. */
    void delete(ResetPlan plan) throws ExecutionException, InterruptedException, IOException {
        admin.deleteConsumerGroups(plan.groups()).all().get();
        admin.deleteTopics(plan.topics()).all().get();
        for (String directory : plan.directories()) {
            delete(Path.of(directory));
        }
    }

    private boolean isInternal(String topic) {
        return topic.startsWith(app.group() + "-") && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
    }

    private void requireStopped(List<String> groups) throws ExecutionException, InterruptedException {
        if (app.monitoring().isOn() && answers()) {
            throw new IllegalStateException(app.name() + " runs: it answers on "
                    + app.monitoring().host() + ":" + app.monitoring().port() + "; stop it first");
        }
        int members = admin.describeConsumerGroups(groups).all().get().values().stream()
                .mapToInt(group -> group.members().size())
                .sum();
        if (members > 0) {
            throw new IllegalStateException(app.name() + " runs: its group " + app.group() + " has " + members
                    + " members; stop every instance, or wait 10 s after a crash");
        }
    }

    private boolean answers() {
        URI address = URI.create(
                "http://" + app.monitoring().host() + ":" + app.monitoring().port());
        return new PortHealthCheck(app.name(), address).check().isUp();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
