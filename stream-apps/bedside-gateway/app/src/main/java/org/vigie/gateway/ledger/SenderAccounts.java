package org.vigie.gateway.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.terminology.DropReason;

/** Counts the readings of each sender and protocol. Safe for use by many threads. */
public final class SenderAccounts {
    /** Senders beyond this number share one account, so that made-up names cannot fill the memory or the topic. */
    static final int MAX_SENDERS = 1_000;

    private final Clock clock;
    private final Map<String, SenderAccount> accounts = new HashMap<>();

    public SenderAccounts(Clock clock) {
        this.clock = clock;
    }

    synchronized void restore(String key, CountedReadings counted) {
        if (counted != null) {
            accounts.put(key, SenderAccount.restore(counted));
        }
    }

    synchronized void restore(String key, LeftOutReadings entry) {
        SenderAccount account = entry == null ? null : accounts.get(key(entry.getSource(), entry.getProtocol()));
        if (account != null) {
            account.restore(key, entry);
        }
    }

    /**
     * Counts a message that was taken.
     *
     * @param published how many of its readings went to {@code observations.raw}
     * @param leftOut elements that were left out after the message was read
     */
    public synchronized void taken(IntakeDelivery delivery, int published, List<DroppedElement> leftOut) {
        SenderAccount account = ofMessage(delivery.sender(), delivery.protocol());
        account.addReadings(delivery.readings());
        account.addPublished(published);
        List<DroppedElement> left =
                Stream.concat(delivery.dropped().stream(), leftOut.stream()).toList();
        left.forEach(account::leaveOut);
        int readings = left.stream().mapToInt(DroppedElement::readings).sum();
        account.balance(delivery.readings() - published - readings);
    }

    /** Counts a message that was stored before. It is acknowledged, and none of its readings is published again. */
    public synchronized void sentAgain(String sender, IntakeProtocol protocol, int readings) {
        SenderAccount account = ofMessage(sender, protocol);
        account.addReadings(readings);
        account.leaveOut(new DroppedElement("", "", "", "", DropReason.SENT_AGAIN).withReadings(readings));
    }

    public synchronized void refused(RefusedMessage refusal) {
        SenderAccount account = ofMessage(refusal.sender(), refusal.protocol());
        account.addRefusal();
        account.addReadings(refusal.readings());
        account.leaveOut(new DroppedElement("", refusal.field(), "", "", DropReason.REFUSED)
                .withReadings(refusal.readings())
                .withExpected(refusal.why().replaceAll("[0-9]+", "9")));
    }

    /** Counts readings that were left out first and are published now, since their code is mapped. */
    public synchronized void late(String sender, IntakeProtocol protocol, int published) {
        if (published > 0) {
            of(sender, protocol).addLate(published);
        }
    }

    /** Returns a copy of the counts of every sender. */
    public synchronized List<CountedReadings> counted() {
        return accounts.values().stream().map(SenderAccount::counts).toList();
    }

    /** Returns the records that changed since the last call. */
    synchronized List<UnsentLedgerRecord> takeChanges() {
        List<UnsentLedgerRecord> changes = new ArrayList<>();
        accounts.forEach((key, account) -> {
            if (account.takeCountsChanged()) {
                changes.add(new UnsentLedgerRecord.UnsentCounts(key, account, account.counts()));
            }
            account.takeChangedEntries()
                    .forEach(entry ->
                            changes.add(new UnsentLedgerRecord.UnsentEntry(entry, account, account.entry(entry))));
        });
        return changes;
    }

    synchronized void markUnsent(UnsentLedgerRecord unsent) {
        unsent.markUnsent();
    }

    private SenderAccount ofMessage(String sender, IntakeProtocol protocol) {
        SenderAccount account = of(sender, protocol);
        account.addMessage();
        return account;
    }

    private SenderAccount of(String sender, IntakeProtocol protocol) {
        String plain = SenderAccount.plain(sender);
        boolean isFull = accounts.size() >= MAX_SENDERS && !accounts.containsKey(key(plain, protocol.name()));
        String name = isFull ? LeftOutEntries.OTHER : plain;
        SenderAccount account = accounts.computeIfAbsent(
                key(name, protocol.name()), key -> SenderAccount.open(name, protocol, clock.instant()));
        account.touch(clock.instant());
        return account;
    }

    private static String key(String source, String protocol) {
        return source + "|" + protocol;
    }
}
