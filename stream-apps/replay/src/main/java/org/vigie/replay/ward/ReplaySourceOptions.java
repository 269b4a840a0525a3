package org.vigie.replay.ward;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.platform.command.RelativeInstantParser;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.records.RuleHistory;
import org.vigie.replay.archive.ArchiveFolder;
import org.vigie.replay.archive.ArchivedRules;
import org.vigie.replay.publication.PublishedRuleReader;
import org.vigie.replay.ward.RecordSource.RecordSourceOpener;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import picocli.CommandLine.Option;

/** Holds the options that say which records of the past a replay may use. */
final class ReplaySourceOptions {
    @Option(
            names = "--as-known-at",
            paramLabel = "TIME",
            description = "Uses what had arrived by this time and nothing later. After --to, it adds late values and"
                    + " corrections that were measured before --to; they are taken at the end (default: --to).")
    Optional<String> knownAt = Optional.empty();

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Replays the files of ./vigie archive in place of the topics of the ward.")
    Optional<Path> archive = Optional.empty();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Replays the data directory of a stopped ward on a broker of its own; the directory stays as"
                    + " it is. --broker and --registry are not used.")
    Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--study-dir",
            paramLabel = "DIR",
            description = "With --data-dir: new folder in which records and results stay, for ./vigie infra --data-dir"
                    + " (default: they are deleted at the end).")
    Optional<Path> studyDir = Optional.empty();

    /**
     * Checks the options together.
     *
     * @param paused whether the replay waits for another command
     * @throws IllegalArgumentException when options contradict each other
     */
    void check(boolean paused) {
        if (dataDir.isPresent() && paused) {
            throw new IllegalArgumentException("--pause: a replay of --data-dir runs on a broker of its own, which no"
                    + " other command reaches; leave out one of the two");
        }
        if (dataDir.isPresent() && archive.isPresent()) {
            throw new IllegalArgumentException("--data-dir, --archive: only one of them can be replayed");
        }
        if (studyDir.isPresent() && dataDir.isEmpty()) {
            throw new IllegalArgumentException("--study-dir: needs --data-dir; else results lie on --broker");
        }
    }

    /** Returns false for the copy of a stopped ward, whose audit trail ends with the replay. */
    boolean isAudited() {
        return dataDir.isEmpty();
    }

    /** Returns the opener of the records: the archive, or the topics of the ward. */
    RecordSourceOpener records() {
        return archive.map(ArchiveFolder::new).map(RecordSource::ofArchive).orElse(RecordSource::ofTopics);
    }

    /** Returns the rules that were published for the ward: those of the archive, or of its topic. */
    Function<AlarmRuleCatalogue, RuleHistory> publishedRules(KafkaConnectionConfig ward, PartitionPeriod read) {
        return archive.map(ArchiveFolder::new)
                .<Function<AlarmRuleCatalogue, RuleHistory>>map(
                        folder -> configured -> new ArchivedRules(folder, ward.topics()).history(configured, read))
                .orElse(new PublishedRuleReader(ward)::read);
    }

    /**
     * Returns the time after whose arrivals nothing is used.
     *
     * @param end of the period
     * @throws IllegalArgumentException when it is neither a time nor a duration
     */
    Instant knownAt(Instant end, Instant now) {
        return knownAt.map(text -> new RelativeInstantParser(now).parse("--as-known-at", text))
                .orElse(end);
    }
}
