package org.vigie.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Intake.Delivery;
import org.vigie.gateway.codes.Protocol;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.RefusedMessage;
import org.vigie.gateway.codes.ValueShape;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topics;

/**
 * The ledger of counts at the gateway. For each sender and protocol: {@code readings in messages = published + left out by reason}. What
 * a reader forgot is left out as {@link Reason#UNACCOUNTED}. Each thing that is left out is an entry of the inbox.
 *
 * <p>What changed is written to {@code readings.counted} and {@code readings.leftout} once a second and at the end; a restart goes on
 * from there. A message counts once its sender is answered for good: one that must be sent again is not counted.
 */
final class IntakeLedger implements AutoCloseable {
    /** Senders that make up names, codes or fields must not fill the memory or the topic: what goes beyond is summed up. */
    static final int SENDERS = 1_000;

    static final int ENTRIES_PER_SENDER = 200;
    static final String OTHER = "other";

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLedger.class);
    private static final long PERIOD_MILLIS = 1_000;
    private static final long CLOSE_SECONDS = 3;
    private static final int LONGEST = 100;

    private final Broker broker;
    private final Topics topics;
    private final Clock clock;
    private final Map<String, Account> accounts = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(IntakeLedger::daemon);

    /** One sender's counts by one protocol, with its entries of the inbox. */
    private static final class Account {
        private final CountedReadings counts;
        private final Map<String, LeftOutReadings> entries = new HashMap<>();
        private final Set<String> changed = new HashSet<>();
        private boolean countsChanged;

        Account(CountedReadings counts) {
            this.counts = counts;
        }
    }

    IntakeLedger(Broker broker, Topics topics, Clock clock) {
        this.broker = broker;
        this.topics = topics;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "intake-ledger");
        thread.setDaemon(true);
        return thread;
    }

    /** Goes on from what an earlier gateway counted, and writes from now on. */
    void start(KafkaSettings kafka, AvroSerdes serdes) {
        try (var reader = new TopicReader<>(kafka, serdes, topics.readingsCounted())) {
            reader.readAll(this::recall);
        }
        try (var reader = new TopicReader<>(kafka, serdes, topics.readingsLeftOut())) {
            reader.readAll(this::recall);
        }
        var unused = writer.scheduleWithFixedDelay(
                this::writeAndForget, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void recall(String key, CountedReadings counted) {
        if (counted != null) {
            counted.setLeftOut(new TreeMap<>(counted.getLeftOut()));
            accounts.put(key, new Account(counted));
        }
    }

    synchronized void recall(String key, LeftOutReadings entry) {
        Account account = entry == null ? null : accounts.get(key(entry.getSource(), entry.getProtocol()));
        if (account != null) {
            account.entries.put(key, entry);
        }
    }

    /**
     * A message that was taken.
     *
     * @param published how many of its readings went to {@code observations.raw}
     * @param leftOut what was left out after it was read
     */
    synchronized void taken(Delivery delivery, int published, List<Dropped> leftOut) {
        Account account = account(delivery.sender(), delivery.protocol());
        CountedReadings counts = account.counts;
        counts.setReadings(counts.getReadings() + delivery.readings());
        counts.setPublished(counts.getPublished() + published);
        int left = 0;
        for (List<Dropped> some : List.of(delivery.dropped(), leftOut)) {
            for (Dropped one : some) {
                leaveOut(account, one);
                left += one.readings();
            }
        }
        account(account, delivery.readings() - published - left);
    }

    /** The equation, checked: what is missing is said; what has two fates raises the readings, so that it holds again. */
    private void account(Account account, int missing) {
        if (missing != 0) {
            account.counts.setReadings(account.counts.getReadings() + Math.max(0, -missing));
            String expected = missing > 0 ? "a reason for each reading" : "one fate for each reading";
            leaveOut(
                    account,
                    new Dropped("", "", "", "", Reason.UNACCOUNTED)
                            .standingFor(Math.abs(missing))
                            .expecting(expected));
        }
    }

    /** A message that came before, byte for byte: acknowledged, and nothing of it is published again. */
    synchronized void sentAgain(String sender, Protocol protocol, int readings) {
        Account account = account(sender, protocol);
        account.counts.setReadings(account.counts.getReadings() + readings);
        leaveOut(account, new Dropped("", "", "", "", Reason.SENT_AGAIN).standingFor(readings));
    }

    synchronized void refused(RefusedMessage refusal) {
        Account account = account(refusal.sender(), refusal.protocol());
        account.counts.setRefused(account.counts.getRefused() + 1);
        account.counts.setReadings(account.counts.getReadings() + refusal.readings());
        leaveOut(
                account,
                new Dropped("", refusal.field(), "", "", Reason.REFUSED)
                        .standingFor(refusal.readings())
                        .expecting(refusal.why().replaceAll("[0-9]+", "9")));
    }

    /** Readings that were left out before and are published now, since their code is mapped. */
    synchronized void late(String sender, Protocol protocol, int published) {
        if (published > 0) {
            CountedReadings counts = touched(sender, protocol).counts;
            counts.setLate(counts.getLate() + published);
        }
    }

    /** The counts of every sender, as of now. */
    synchronized List<CountedReadings> counted() {
        return accounts.values().stream()
                .map(account -> CountedReadings.newBuilder(account.counts).build())
                .toList();
    }

    private Account account(String sender, Protocol protocol) {
        Account account = touched(sender, protocol);
        account.counts.setMessages(account.counts.getMessages() + 1);
        return account;
    }

    private Account touched(String sender, Protocol protocol) {
        String name = plain(sender);
        if (accounts.size() >= SENDERS && !accounts.containsKey(key(name, protocol.name()))) {
            name = OTHER;
        }
        Account account = accounts.computeIfAbsent(key(name, protocol.name()), key -> opened(key, protocol));
        account.counts.setLastAt(clock.instant());
        account.countsChanged = true;
        return account;
    }

    private Account opened(String key, Protocol protocol) {
        String name = key.substring(0, key.length() - protocol.name().length() - 1);
        Instant now = clock.instant();
        return new Account(new CountedReadings(name, protocol.name(), 0L, 0L, 0L, 0L, new TreeMap<>(), 0L, now, now));
    }

    private void leaveOut(Account account, Dropped left) {
        Instant now = account.counts.getLastAt();
        if (left.readings() > 0) {
            account.counts.getLeftOut().merge(left.reason().name(), (long) left.readings(), Long::sum);
        }
        LeftOutReadings entry = entry(account, left);
        entry.setCount(entry.getCount() + 1);
        entry.setReadings(entry.getReadings() + left.readings());
        entry.setShape(ValueShape.of(left.value()));
        entry.setLastAt(now);
        account.changed.add(key(entry));
    }

    private LeftOutReadings entry(Account account, Dropped left) {
        String field = plain(left.field().replaceAll("\\[[0-9]+]", ""));
        LeftOutReadings fresh =
                entry(account, left.reason(), field, code(left), plain(left.unit()), plain(left.expected()));
        LeftOutReadings known = account.entries.get(key(fresh));
        if (known != null) {
            return known;
        }
        LeftOutReadings kept =
                account.entries.size() < ENTRIES_PER_SENDER ? fresh : entry(account, left.reason(), "", OTHER, "", "");
        return account.entries.computeIfAbsent(key(kept), key -> kept);
    }

    private static LeftOutReadings entry(
            Account account, Reason reason, String field, String code, String unit, String expected) {
        CountedReadings of = account.counts;
        return new LeftOutReadings(
                of.getSource(),
                of.getProtocol(),
                reason.name(),
                field,
                code,
                unit,
                "",
                expected,
                0L,
                0L,
                of.getLastAt(),
                of.getLastAt());
    }

    /** A row's code says what is measured; elsewhere words may name a patient. */
    private static String code(Dropped left) {
        boolean isMeasured = left.readings() > 0;
        return isMeasured ? plain(left.code()) : ValueShape.of(left.code());
    }

    /** One line without the separator of keys, cut. */
    private static String plain(String sent) {
        return cut(sent.replaceAll("[\\p{Cntrl}]", " "), LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static String key(String source, String protocol) {
        return source + "|" + protocol;
    }

    private static String key(LeftOutReadings entry) {
        return String.join(
                "|",
                entry.getSource(),
                entry.getProtocol(),
                entry.getReason(),
                entry.getField(),
                entry.getCode(),
                entry.getUnit(),
                entry.getExpected());
    }

    /** Sends what changed since the last time. What the broker does not take is sent again the next time. */
    private CompletableFuture<Void> write() {
        return CompletableFuture.allOf(changes().stream()
                .map(change -> change.send().exceptionally(failure -> {
                    remember(change);
                    return null;
                }))
                .toArray(CompletableFuture[]::new));
    }

    private void writeAndForget() {
        var unused = write();
    }

    /** A copy to be sent without the lock: sending may wait for the thread that waits for it. */
    private record Change(Account account, String entry, Supplier<CompletableFuture<Void>> sending) {
        CompletableFuture<Void> send() {
            return sending.get();
        }
    }

    private synchronized List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        accounts.forEach((key, account) -> {
            if (account.countsChanged) {
                var counts = CountedReadings.newBuilder(account.counts).build();
                changes.add(new Change(account, "", () -> broker.send(topics.readingsCounted(), key, counts)));
            }
            account.countsChanged = false;
            for (String entry : account.changed) {
                var left =
                        LeftOutReadings.newBuilder(account.entries.get(entry)).build();
                changes.add(new Change(account, entry, () -> broker.send(topics.readingsLeftOut(), entry, left)));
            }
            account.changed.clear();
        });
        return changes;
    }

    private synchronized void remember(Change change) {
        if (change.entry().isEmpty()) {
            change.account().countsChanged = true;
        } else {
            change.account().changed.add(change.entry());
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        boolean ended = false;
        try {
            ended = writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write().completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS).join();
        if (!ended) {
            LOG.warn("the counts of the last second may be missing: the broker does not answer");
        }
    }
}
