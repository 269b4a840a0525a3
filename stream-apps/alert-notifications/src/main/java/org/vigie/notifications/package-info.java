/**
 * Sends alarms to people and systems that do not watch the ward page: Alertmanager, a signed webhook, mail, IHE ACM.
 *
 * <p>Decided here: the form of an alarm in each channel, and which deliveries are repeated or given up. Each channel reads the topic at its
 * own pace, so that a failed channel does not delay another. The channel reports its failure in notifications.status. Not decided here:
 * whether there is an alarm.
 */
package org.vigie.notifications;
