/** Discord's published limits that the bot can come near to. Lengths are UTF-16 code units. */

/** Over all text displays of one message. */
export const MAX_TEXT = 4000;
/** Of a button's custom_id. */
export const MAX_CUSTOM_ID = 100;
/** Choices of one autocompletion. */
export const MAX_CHOICES = 25;
/** Of an autocomplete choice's name and of its value. */
export const MAX_CHOICE_LENGTH = 100;
/** Of a thread's name. */
export const MAX_THREAD_NAME = 100;
/** What a server without boosts takes is 10 MiB; a margin is left for the request around the file. */
export const MAX_ATTACHMENT_BYTES = 9 * 1024 * 1024;
/** How long an interaction's answer can be edited, in milliseconds; a minute less than Discord allows. */
export const INTERACTION_LIFETIME = 14 * 60 * 1000;
