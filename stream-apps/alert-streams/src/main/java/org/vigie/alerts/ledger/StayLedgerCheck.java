package org.vigie.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import org.vigie.alerts.ledger.LedgerCheck.EntryTally;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.signal.clean.ArrivalTimes;

/** Checks the chain of one stay. */
final class StayLedgerCheck {
    /** Number of entries whose hashes are kept. Older entries are not repeated after a crash. */
    private static final int REMEMBERED = 256;

    /** Transitions that readings cause, at the time of the reading. */
    private static final Set<AlertStateRecord> READ = EnumSet.of(
            AlertStateRecord.RAISED,
            AlertStateRecord.UPGRADED,
            AlertStateRecord.DOWNGRADED,
            AlertStateRecord.LATCHED,
            AlertStateRecord.CLEARED);

    private final Map<Long, String> hashes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Entry<Long, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Map<String, String> openByRule = new HashMap<>();
    private final Set<String> raised = new HashSet<>();
    private final Set<String> commands = new HashSet<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private boolean scaleSet;
    private final IncidentCallCheck incidentCalls = new IncidentCallCheck();
    private long last;
    /** Time of the previous entry, if its version keeps the order of times. */
    private Instant lastAt = Instant.MIN;

    private String lastHash = "";
    /** False when the begin of the chain is older than the topic's retention. Earlier open episodes are then unknown. */
    private boolean whole = true;

    long open() {
        return openByRule.size();
    }

    /** Returns the invariant that {@code entry} breaks. */
    Optional<String> take(Alert entry, EntryTally tally) {
        tally.entries++;
        if (entry.getSequence() == 0) {
            tally.unchained++;
            return last == 0 ? Optional.empty() : Optional.of("is not chained, though the chain has begun");
        }
        if (!LedgerEntryHash.of(entry).equals(entry.getHash())) {
            return Optional.of("its hash is not that of what it says");
        }
        if (entry.getHash().equals(hashes.get(entry.getSequence()))) {
            tally.repeated++;
            return Optional.empty();
        }
        return chain(entry, tally)
                .or(() -> older(entry))
                .or(() -> overdue(entry))
                .or(() -> transition(entry, tally))
                .or(() -> incidentCalls.take(entry));
    }

    private Optional<String> chain(Alert entry, EntryTally tally) {
        long sequence = entry.getSequence();
        if (last == 0 && sequence > 1) {
            whole = false;
        } else if (sequence == 1 && last > 0 && openByRule.isEmpty()) {
            beginAgain(tally);
        } else if (sequence <= last) {
            return Optional.of("a second, different entry " + sequence);
        } else if (sequence != last + 1) {
            return Optional.of("entry " + (last + 1) + " is missing");
        }
        boolean begins = !whole && last == 0;
        boolean follows = begins || entry.getPreviousHash().equals(lastHash);
        last = sequence;
        lastHash = entry.getHash();
        hashes.put(sequence, lastHash);
        return follows ? Optional.empty() : Optional.of("does not hold the hash of the entry before");
    }

    private void beginAgain(EntryTally tally) {
        tally.begunAgain++;
        hashes.clear();
        ends.clear();
        scaleSet = false;
        last = 0;
        lastAt = Instant.MIN;
        lastHash = "";
        whole = true;
    }

    /**
     * Checks the order of times. Before version 1 an entry could be older than the entry before it. A command for a stay without readings is
     * refused at the command's own time, because the stay has no clock yet.
     */
    private Optional<String> older(Alert entry) {
        boolean older = entry.getLedgerVersion() > 0 && entry.getAt().isBefore(lastAt);
        Instant before = lastAt;
        boolean isOrdered =
                entry.getLedgerVersion() > 0 && entry.getRefusal() != AlarmCommandRefusalRecord.UNKNOWN_STAY;
        lastAt = isOrdered ? entry.getAt() : Instant.MIN;
        return require(!older, "at " + entry.getAt() + ", older than the entry before it at " + before);
    }

    /** Checks that a pause, shelving or limit has ended before a later entry. A sensor's clock may be a little ahead. */
    private Optional<String> overdue(Alert entry) {
        Instant at = READ.contains(entry.getState()) ? entry.getAt().minus(ArrivalTimes.AHEAD) : entry.getAt();
        return ends.entrySet().stream()
                .filter(end -> at.isAfter(end.getValue()) && !endedBy(end.getKey(), entry))
                .map(end -> end.getKey() + " should have ended at " + end.getValue())
                .findFirst();
    }

    private static boolean endedBy(String what, Alert entry) {
        return switch (entry.getState()) {
            case AUDIO_RESUMED, CLEARED -> what.equals(pause(entry));
            case UNSHELVED -> what.equals(shelf(entry));
            case LIMIT_EXPIRED -> what.startsWith("the limit");
            default -> false;
        };
    }

    private Optional<String> transition(Alert entry, EntryTally tally) {
        if (entry.getRaisedAt().isBefore(entry.getOnset())) {
            return Optional.of("raised before its onset");
        }
        Optional<String> broken = switch (entry.getState()) {
            case RAISED -> raise(entry, tally);
            case CLEARED -> clear(entry);
            case COMMAND_REFUSED -> require(entry.getRefusal() != null, "refuses without a reason");
            case ACKNOWLEDGED ->
                require(isOpen(entry), "ACKNOWLEDGED before RAISED").or(() -> acknowledged(entry));
            case AUDIO_PAUSED, SHELVED ->
                require(isOpen(entry), entry.getState() + " before RAISED").or(() -> ordered(entry));
            case LIMIT_SET, FEEDBACK, TREATMENT_LIMITATION_SET, NURSE_ASSIGNED, ESTIMATE_RECORDED -> ordered(entry);
            case NEWS2_SCALE_SET, NEWS2_SCALE_EXPIRED -> scale(entry);
            case UNSHELVED, LIMIT_EXPIRED -> Optional.empty();
            case UNKNOWN -> Optional.of("a transition that this version does not know");
            default -> require(isOpen(entry), entry.getState() + " before RAISED");
        };
        keepEnds(entry);
        return broken;
    }

    private Optional<String> raise(Alert entry, EntryTally tally) {
        tally.episodes++;
        String other = openByRule.put(rule(entry), entry.getAlert());
        if (other != null) {
            return Optional.of("a second open episode of " + entry.getRule());
        }
        return require(raised.add(entry.getAlert()), "an episode that was raised before");
    }

    private Optional<String> clear(Alert entry) {
        boolean open = isOpen(entry);
        openByRule.remove(rule(entry), entry.getAlert());
        return require(open, "CLEARED without RAISED")
                .or(() -> require(!entry.getClearedAt().isBefore(entry.getRaisedAt()), "cleared before it was raised"));
    }

    /** Checks that a scale of NEWS2 was set by a command, and that only a scale that was set expires. */
    private Optional<String> scale(Alert entry) {
        if (entry.getState() == AlertStateRecord.NEWS2_SCALE_EXPIRED) {
            boolean wasSet = scaleSet || !whole;
            scaleSet = false;
            return require(wasSet, "NEWS2_SCALE_EXPIRED without NEWS2_SCALE_SET");
        }
        Optional<String> broken = ordered(entry);
        scaleSet =
                broken.isEmpty() && "2".equals(entry.getCommand().getArguments().get("scale"));
        return broken;
    }

    /** Checks that the entry has a command, and that the command was executed once. */
    private Optional<String> ordered(Alert entry) {
        return require(entry.getCommand() != null, entry.getState() + " without a command")
                .or(() -> require(commands.add(entry.getCommand().getCommand()), "a command that was obeyed before"));
    }

    /** Checks an acknowledgement. One command may acknowledge each alarm of an incident once. */
    private Optional<String> acknowledged(Alert entry) {
        var command = entry.getCommand();
        boolean ofIncident = command != null && command.getKind() == CommandTypeRecord.ACKNOWLEDGE_INCIDENT;
        return ofIncident
                ? require(
                        commands.add(command.getCommand() + " of " + entry.getAlert()),
                        "a command that was obeyed before")
                : ordered(entry);
    }

    private boolean isOpen(Alert entry) {
        boolean beforeRetention = !whole && !raised.contains(entry.getAlert());
        return beforeRetention || entry.getAlert().equals(openByRule.get(rule(entry)));
    }

    /** Returns what may have one open episode: a rule, or each of a monitor's own alarms. */
    private static String rule(Alert entry) {
        return BedsideAlarmMapper.isOfMonitor(entry) ? entry.getAlert() : entry.getRule();
    }

    private void keepEnds(Alert entry) {
        AlertCondition condition = entry.getCondition();
        keepEnd(pause(entry), condition == null ? null : condition.getAudioPausedUntil());
        if (entry.getState() == AlertStateRecord.SHELVED) {
            keepEnd(shelf(entry), condition.getShelvedUntil());
        } else if (entry.getState() == AlertStateRecord.UNSHELVED) {
            ends.remove(shelf(entry));
        } else if (entry.getState() == AlertStateRecord.LIMIT_SET) {
            keepEnd(limit(entry), entry.getCommand().getExpiresAt() == null ? null : limitEnd(entry));
        } else if (entry.getState() == AlertStateRecord.LIMIT_EXPIRED) {
            ends.remove(limit(entry));
        }
    }

    private void keepEnd(String what, Instant until) {
        if (until == null) {
            ends.remove(what);
        } else {
            ends.put(what, until);
        }
    }

    private static Instant limitEnd(Alert entry) {
        var command = entry.getCommand();
        return entry.getAt().plus(Duration.between(command.getAt(), command.getExpiresAt()));
    }

    private static String pause(Alert entry) {
        return "the pause of " + entry.getAlert();
    }

    private static String shelf(Alert entry) {
        return "the shelf of " + entry.getRule();
    }

    private static String limit(Alert entry) {
        return "the limit "
                + entry.getLimits().stream()
                        .findFirst()
                        .map(limit -> limit.getVariable() + " " + limit.getSide() + " " + limit.getPriority())
                        .orElse("");
    }

    private static Optional<String> require(boolean holds, String otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }
}
