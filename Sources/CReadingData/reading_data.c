#include "reading_data.h"

// A new lexicon file takes two lines here: its bytes, and its row in the table.
static const unsigned char assertion[] = {
#embed "lexicons/assertion.txt"
};
static const unsigned char names_zh[] = {
#embed "lexicons/names-zh.txt"
};
static const unsigned char names_en[] = {
#embed "lexicons/names-en.txt"
};
static const unsigned char names_functions[] = {
#embed "lexicons/names-functions.txt"
};
static const unsigned char names_characters[] = {
#embed "lexicons/names-characters.txt"
};
static const unsigned char names_given[] = {
#embed "lexicons/names-given.txt"
};
static const unsigned char names_common[] = {
#embed "lexicons/names-common.txt"
};

static const unsigned char accounts[] = {
#embed "lexicons/accounts.txt"
};
static const unsigned char actors[] = {
#embed "lexicons/actors.txt"
};
static const unsigned char meetings[] = {
#embed "lexicons/meetings.txt"
};
static const unsigned char needs[] = {
#embed "lexicons/needs.txt"
};
static const unsigned char value[] = {
#embed "lexicons/value.txt"
};
static const unsigned char trust[] = {
#embed "lexicons/trust.txt"
};
static const unsigned char promises[] = {
#embed "lexicons/promises.txt"
};
static const unsigned char exchange[] = {
#embed "lexicons/exchange.txt"
};
static const unsigned char rivals_and_decision[] = {
#embed "lexicons/rivals-and-decision.txt"
};
static const unsigned char care[] = {
#embed "lexicons/care.txt"
};
static const unsigned char sections[] = {
#embed "lexicons/sections.txt"
};
static const unsigned char stated[] = {
#embed "lexicons/stated.txt"
};
static const unsigned char signs[] = {
#embed "lexicons/signs.txt"
};

static const unsigned char stages[] = {
#embed "lexicons/stages.txt"
};

static const unsigned char meeting_guards[] = {
#embed "lexicons/meeting-guards.txt"
};
static const unsigned char stage_names[] = {
#embed "lexicons/stage-names.txt"
};
static const unsigned char promised_things[] = {
#embed "lexicons/promised-things.txt"
};
static const unsigned char due_days[] = {
#embed "lexicons/due-days.txt"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} lexicons[] = {
    {"assertion.txt", assertion, sizeof assertion},
    {"accounts.txt", accounts, sizeof accounts},
    {"names-zh.txt", names_zh, sizeof names_zh},
    {"names-en.txt", names_en, sizeof names_en},
    {"names-functions.txt", names_functions, sizeof names_functions},
    {"names-characters.txt", names_characters, sizeof names_characters},
    {"names-given.txt", names_given, sizeof names_given},
    {"names-common.txt", names_common, sizeof names_common},
    {"stages.txt", stages, sizeof stages},
    {"meeting-guards.txt", meeting_guards, sizeof meeting_guards},
    {"stage-names.txt", stage_names, sizeof stage_names},
    {"promised-things.txt", promised_things, sizeof promised_things},
    {"due-days.txt", due_days, sizeof due_days},
    {"actors.txt", actors, sizeof actors},
    {"meetings.txt", meetings, sizeof meetings},
    {"needs.txt", needs, sizeof needs},
    {"value.txt", value, sizeof value},
    {"trust.txt", trust, sizeof trust},
    {"promises.txt", promises, sizeof promises},
    {"exchange.txt", exchange, sizeof exchange},
    {"rivals-and-decision.txt", rivals_and_decision, sizeof rivals_and_decision},
    {"care.txt", care, sizeof care},
    {"sections.txt", sections, sizeof sections},
    {"stated.txt", stated, sizeof stated},
    {"signs.txt", signs, sizeof signs},
};

static const size_t lexicon_count = sizeof lexicons / sizeof lexicons[0];

const unsigned char *rapport_lexicon(size_t index, size_t *count) {
  if (index >= lexicon_count) return NULL;
  *count = lexicons[index].count;
  return lexicons[index].bytes;
}

const char *rapport_lexicon_name(size_t index) {
  return index < lexicon_count ? lexicons[index].name : NULL;
}
