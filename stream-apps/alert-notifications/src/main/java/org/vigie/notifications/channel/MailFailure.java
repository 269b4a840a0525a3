package org.vigie.notifications.channel;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;

/**
 * Tells what the answers of a mail server mean when it did not accept a mail for every recipient.
 *
 * <p>By RFC 5321 a code from 500 is permanent: the same mail is never accepted. Below, a later try may succeed: a server with greylisting
 * accepts no mail for the first minutes. Only a full mailbox is no fault of the server.
 */
record MailFailure(SendFailedException failure) {
    private static final int PERMANENT = 500;
    /** Code of a mailbox that is full. */
    private static final int FULL = 452;

    /**
     * Returns the receipt when somebody has the mail.
     *
     * @throws DeliveryRefusedException when nobody has it and no later try will succeed
     * @throws DeliveryFailedException when nobody has it yet
     */
    DeliveryReceipt receipt() throws DeliveryFailedException, DeliveryRefusedException {
        Address[] sent = failure.getValidSentAddresses();
        if (sent != null && sent.length > 0) {
            return DeliveryReceipt.sentWithout(missed());
        }
        String why = "mail is not accepted: "
                + Stream.of(oneLine(failure.getMessage()), missed())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        if (isPermanent()) {
            throw new DeliveryRefusedException(why, failure);
        }
        throw isRefusedTo(FULL)
                ? DeliveryFailedException.answered(why, failure)
                : new DeliveryFailedException(why, failure);
    }

    /** Returns the recipients that the server may accept later. A full mailbox is not waited for. */
    List<String> postponed() {
        return addresses()
                .filter(each -> each.getReturnCode() < PERMANENT && each.getReturnCode() != FULL)
                .map(each -> each.getAddress().getAddress())
                .toList();
    }

    private boolean isPermanent() {
        if (failure instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode() >= PERMANENT;
        }
        return isRefusedTo(PERMANENT);
    }

    /** Returns true when every address was refused with this code or a permanent one. */
    private boolean isRefusedTo(int code) {
        List<Integer> codes =
                addresses().map(SMTPAddressFailedException::getReturnCode).toList();
        return !codes.isEmpty() && codes.stream().allMatch(each -> each == code || each >= PERMANENT);
    }

    /** Returns each recipient that was not accepted, with the server's answer. */
    private String missed() {
        return addresses()
                .map(each -> each.getAddress() + ": " + oneLine(each.getMessage()))
                .collect(Collectors.joining("; "));
    }

    private Stream<SMTPAddressFailedException> addresses() {
        return Stream.<Exception>iterate(failure, Objects::nonNull, MailFailure::next)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast);
    }

    private static Exception next(Exception each) {
        return each instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static String oneLine(String answer) {
        return String.valueOf(answer).replaceAll("\\s+", " ").strip();
    }
}
