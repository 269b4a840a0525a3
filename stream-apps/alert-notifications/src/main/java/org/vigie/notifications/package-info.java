/**
 * Tells alarms to those who are not before a screen: Alertmanager, a signed webhook, mail, IHE ACM.
 *
 * <p>Decided here: how an alarm is said in each channel's own words, what is tried again and what is given up. Each channel reads the topic
 * at its own pace, so that one that fails holds up no other, and says in notifications.status that it fails. Not decided here: whether
 * there is an alarm.
 */
package org.vigie.notifications;
