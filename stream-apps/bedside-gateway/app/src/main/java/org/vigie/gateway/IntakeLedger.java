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
import org.vigie.gateway.intake.DropReason;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.intake.ValueShape;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * The ledger of counts at the gateway. For each sender and protocol: {@code readings in messages = published + left out by reason}. What
 * a reader forgot is left out as {@link DropReason#UNACCOUNTED}. Each thing that is left out is an entry of the inbox.
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

    private final GatewayRecordSender recordSender;
    private final TopicCatalogue topics;
    private final Clock clock;
    private final Map<String, SenderAccount> accounts = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(IntakeLedger::daemon);

    /** One sender's counts by one protocol, with its entries of the inbox. */
    private static final class SenderAccount {
        private final CountedReadings counts;
        private final Map<String, LeftOutReadings> entries = new HashMap<>();
        private final Set<String> changed = new HashSet<>();
        private boolean countsChanged;

        SenderAccount(CountedReadings counts) {
            this.counts = counts;
        }
    }

    IntakeLedger(GatewayRecordSender recordSender, TopicCatalogue topics, Clock clock) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "intake-ledger");
        thread.setDaemon(true);
        return thread;
    }

    /** Goes on from what an earlier gateway counted, and writes from now on. */
    void start(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        try (var reader = new GatewayTopicReader<>(kafka, serdes, topics.readingsCounted())) {
            reader.readAll(this::restore);
        }
        try (var reader = new GatewayTopicReader<>(kafka, serdes, topics.readingsLeftOut())) {
            reader.readAll(this::restore);
        }
        var unused = writer.scheduleWithFixedDelay(
                this::writeAndForget, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void restore(String key, CountedReadings counted) {
        if (counted != null) {
            counted.setLeftOut(new TreeMap<>(counted.getLeftOut()));
            accounts.put(key, new SenderAccount(counted));
        }
    }

    synchronized void restore(String key, LeftOutReadings entry) {
        SenderAccount account = entry == null ? null : accounts.get(key(entry.getSource(), entry.getProtocol()));
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
    synchronized void taken(IntakeDelivery delivery, int published, List<DroppedElement> leftOut) {
        SenderAccount account = account(delivery.sender(), delivery.protocol());
        CountedReadings counts = account.counts;
        counts.setReadings(counts.getReadings() + delivery.readings());
        counts.setPublished(counts.getPublished() + published);
        int left = 0;
        for (List<DroppedElement> some : List.of(delivery.dropped(), leftOut)) {
            for (DroppedElement one : some) {
                leaveOut(account, one);
                left += one.readings();
            }
        }
        account(account, delivery.readings() - published - left);
    }

    /** The equation, checked: what is missing is said; what has two fates raises the readings, so that it holds again. */
    private void account(SenderAccount account, int missing) {
        if (missing != 0) {
            account.counts.setReadings(account.counts.getReadings() + Math.max(0, -missing));
            String expected = missing > 0 ? "a reason for each reading" : "one fate for each reading";
            leaveOut(
                    account,
                    new DroppedElement("", "", "", "", DropReason.UNACCOUNTED)
                            .withReadings(Math.abs(missing))
                            .withExpected(expected));
        }
    }

    /** A message that came before, byte for byte: acknowledged, and nothing of it is published again. */
    synchronized void sentAgain(String sender, IntakeProtocol protocol, int readings) {
        SenderAccount account = account(sender, protocol);
        account.counts.setReadings(account.counts.getReadings() + readings);
        leaveOut(account, new DroppedElement("", "", "", "", DropReason.SENT_AGAIN).withReadings(readings));
    }

    synchronized void refused(RefusedMessage refusal) {
        SenderAccount account = account(refusal.sender(), refusal.protocol());
        account.counts.setRefused(account.counts.getRefused() + 1);
        account.counts.setReadings(account.counts.getReadings() + refusal.readings());
        leaveOut(
                account,
                new DroppedElement("", refusal.field(), "", "", DropReason.REFUSED)
                        .withReadings(refusal.readings())
                        .withExpected(refusal.why().replaceAll("[0-9]+", "9")));
    }

    /** Readings that were left out before and are published now, since their code is mapped. */
    synchronized void late(String sender, IntakeProtocol protocol, int published) {
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

    private SenderAccount account(String sender, IntakeProtocol protocol) {
        SenderAccount account = touched(sender, protocol);
        account.counts.setMessages(account.counts.getMessages() + 1);
        return account;
    }

    private SenderAccount touched(String sender, IntakeProtocol protocol) {
        String name = plain(sender);
        if (accounts.size() >= SENDERS && !accounts.containsKey(key(name, protocol.name()))) {
            name = OTHER;
        }
        SenderAccount account = accounts.computeIfAbsent(key(name, protocol.name()), key -> opened(key, protocol));
        account.counts.setLastAt(clock.instant());
        account.countsChanged = true;
        return account;
    }

    private SenderAccount opened(String key, IntakeProtocol protocol) {
        String name = key.substring(0, key.length() - protocol.name().length() - 1);
        Instant now = clock.instant();
        return new SenderAccount(
                new CountedReadings(name, protocol.name(), 0L, 0L, 0L, 0L, new TreeMap<>(), 0L, now, now));
    }

    private void leaveOut(SenderAccount account, DroppedElement left) {
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

    private LeftOutReadings entry(SenderAccount account, DroppedElement left) {
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
            SenderAccount account, DropReason reason, String field, String code, String unit, String expected) {
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
    private static String code(DroppedElement left) {
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
                .map(unsent -> unsent.send().exceptionally(failure -> {
                    remember(unsent);
                    return null;
                }))
                .toArray(CompletableFuture[]::new));
    }

    private void writeAndForget() {
        var unused = write();
    }

    /** A copy to be sent without the lock: sending may wait for the thread that waits for it. */
    private record UnsentLedgerRecord(SenderAccount account, String entry, Supplier<CompletableFuture<Void>> sending) {
        CompletableFuture<Void> send() {
            return sending.get();
        }
    }

    private synchronized List<UnsentLedgerRecord> changes() {
        List<UnsentLedgerRecord> changes = new ArrayList<>();
        accounts.forEach((key, account) -> {
            if (account.countsChanged) {
                var counts = CountedReadings.newBuilder(account.counts).build();
                changes.add(new UnsentLedgerRecord(
                        account, "", () -> recordSender.send(topics.readingsCounted(), key, counts)));
            }
            account.countsChanged = false;
            for (String entry : account.changed) {
                var left =
                        LeftOutReadings.newBuilder(account.entries.get(entry)).build();
                changes.add(new UnsentLedgerRecord(
                        account, entry, () -> recordSender.send(topics.readingsLeftOut(), entry, left)));
            }
            account.changed.clear();
        });
        return changes;
    }

    private synchronized void remember(UnsentLedgerRecord unsent) {
        if (unsent.entry().isEmpty()) {
            unsent.account().countsChanged = true;
        } else {
            unsent.account().changed.add(unsent.entry());
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
