package org.vigie.local;

import java.nio.file.Path;
import java.util.Optional;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Names where one app keeps its state.
 *
 * @param name of the app
 * @param kafka the broker that holds its offsets and changelogs
 * @param group its consumer group; the names of its changelog topics begin with it
 * @param directory of its local files; empty when it has none
 * @param monitoring where it answers while it runs
 */
record AppState(
        String name,
        KafkaConnectionConfig kafka,
        String group,
        Optional<Path> directory,
        MonitoringConfig monitoring) {}
