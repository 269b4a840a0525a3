package org.vigie.station.ward;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.RejectedReading;

/** Counts what became of each sender's readings: the gateway's own counts beside what was read of their verdicts. */
final class SenderCounts {
    /** A sender that makes up names must not fill the memory. */
    private static final int MOST = 500;

    private static final String OTHER = "other";

    private final Map<String, Account> accounts = new TreeMap<>();

    private static final class Account {
        private final Map<String, CountedReadings> byProtocol = new TreeMap<>();
        private final Map<String, Long> reasons = new HashMap<>();
        private long kept;
        private long suspect;
        private long retracted;
        private long rejected;
    }

    void take(CountedReadings counted) {
        account(counted.getSource()).byProtocol.put(counted.getProtocol(), counted);
    }

    void take(CleanObservation observation) {
        Account account = account(observation.getSource());
        observation.getReadings().forEach(reading -> take(account, reading));
    }

    private static void take(Account account, JudgedReading reading) {
        switch (reading.getVerdict()) {
            case KEPT -> account.kept++;
            case SUSPECT -> {
                account.suspect++;
                account.reasons.merge(reading.getReason().name(), 1L, Long::sum);
            }
            default -> account.retracted++;
        }
    }

    void take(RejectedReading reading) {
        Account account = account(reading.getSource());
        account.rejected++;
        account.reasons.merge(reading.getReason().name(), 1L, Long::sum);
    }

    List<SenderPicture> pictures() {
        return accounts.entrySet().stream()
                .map(of -> picture(of.getKey(), of.getValue()))
                .toList();
    }

    private Account account(String sender) {
        boolean isKnown = accounts.size() < MOST || accounts.containsKey(sender);
        return accounts.computeIfAbsent(isKnown ? sender : OTHER, ignored -> new Account());
    }

    private static SenderPicture picture(String sender, Account account) {
        return new SenderPicture(
                sender,
                List.copyOf(account.byProtocol.keySet()),
                account.byProtocol.values().stream()
                        .map(counted -> counted.getSince().toEpochMilli())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                sum(account, CountedReadings::getReadings),
                sum(account, CountedReadings::getPublished),
                sum(account, CountedReadings::getLate),
                sum(account, SenderCounts::leftOut),
                account.kept,
                account.suspect,
                account.retracted,
                account.rejected,
                reasons(account));
    }

    private static Long sum(Account account, ToLongFunction<CountedReadings> count) {
        return account.byProtocol.isEmpty()
                ? null
                : Long.valueOf(
                        account.byProtocol.values().stream().mapToLong(count).sum());
    }

    private static long leftOut(CountedReadings counted) {
        return counted.getLeftOut().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> reasons(Account account) {
        Map<String, Long> all = new HashMap<>(account.reasons);
        account.byProtocol
                .values()
                .forEach(counted ->
                        counted.getLeftOut().forEach((reason, count) -> all.merge(reason, count, Long::sum)));
        Map<String, Long> ordered = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> ordered.put(reason.getKey(), reason.getValue()));
        return ordered;
    }
}
