extension FieldTable {
  /// `/v1/chat/completions`. Fields that are not here are masked like texts, with their name as the label.
  static let chat = FieldTable(
    """
    tools[].type words function custom web_search web_search_preview file_search code_interpreter
    tools[].function.name identifier
    tools[].function.description text
    tools[].function.strict flag
    tools[].function.parameters schema
    tools[].custom.name identifier
    tools[].custom.description text
    tools[].custom.format.type words text grammar
    tools[].custom.format.grammar.syntax words lark regex
    tools[].custom.format.grammar.definition text
    functions[].name identifier
    functions[].description text
    functions[].parameters schema
    response_format.type words text json_object json_schema
    response_format.json_schema.name identifier
    response_format.json_schema.description text
    response_format.json_schema.strict flag
    response_format.json_schema.schema schema
    messages[].role words system developer user assistant tool function
    messages[].content text
    messages[].content[] part
    messages[].content[].type words text input_text output_text refusal \
    image_url input_image input_audio audio_url video_url file input_file
    messages[].content[].text text
    messages[].content[].refusal text
    messages[].content[].image_url opaque
    messages[].content[].input_audio opaque
    messages[].content[].audio_url opaque
    messages[].content[].video_url opaque
    messages[].content[].detail words auto low high original
    messages[].content[].file_data opaque
    messages[].content[].file_id opaque
    messages[].content[].file_url opaque
    messages[].content[].filename text
    messages[].content[].file.file_data opaque
    messages[].content[].file.file_id opaque
    messages[].content[].file.filename text
    messages[].name labelled
    messages[].refusal text
    messages[].reasoning text
    messages[].reasoning_content text
    messages[].tool_calls[].id identifier
    messages[].tool_calls[].index integer
    messages[].tool_calls[].type words function custom
    messages[].tool_calls[].function.name identifier
    messages[].tool_calls[].function.arguments text
    messages[].tool_calls[].custom.name identifier
    messages[].tool_calls[].custom.input text
    messages[].function_call.name identifier
    messages[].function_call.arguments text
    messages[].tool_call_id identifier
    messages[].audio.id identifier
    model model
    audio.voice identifier
    audio.format words wav aac mp3 flac opus pcm16
    frequency_penalty number -2 2
    function_call words none auto
    function_call.name identifier
    logit_bias biases
    logprobs flag
    max_completion_tokens integer 1
    max_tokens integer 1
    metadata free
    min_p number 0 1
    modalities[] words text audio
    n integer 1 128
    parallel_tool_calls flag
    prediction.type words content
    prediction.content text
    prediction.content[] part
    prediction.content[].type words text
    prediction.content[].text text
    presence_penalty number -2 2
    prompt_cache_key identifier
    prompt_cache_retention words in-memory in_memory 24h
    reasoning_effort words none minimal low medium high xhigh
    repetition_penalty number
    safety_identifier labelled
    seed integer
    service_tier words auto default flex scale priority
    stop text
    stop[] text
    store flag
    stream flag
    stream_options.include_usage flag
    stream_options.include_obfuscation flag
    temperature number 0 2
    tool_choice words none auto required any
    tool_choice.type words function custom allowed_tools
    tool_choice.function.name identifier
    tool_choice.custom.name identifier
    tool_choice.allowed_tools.mode words auto required
    tool_choice.allowed_tools.tools[].type words function custom
    tool_choice.allowed_tools.tools[].function.name identifier
    tool_choice.allowed_tools.tools[].custom.name identifier
    top_k integer
    top_logprobs integer 0 20
    top_p number 0 1
    user labelled
    verbosity words low medium high
    web_search_options.search_context_size words low medium high
    web_search_options.user_location.type words approximate
    web_search_options.user_location.approximate free
    chunks refused
    trusted_model_override refused
    uploaded_files refused
    """)

  /// `/v1/completions`.
  static let completions = FieldTable(
    """
    prompt text
    prompt[] text
    suffix text
    model model
    best_of integer 1 128
    echo flag
    frequency_penalty number -2 2
    logit_bias biases
    logprobs integer 0
    max_tokens integer 0
    metadata free
    min_p number 0 1
    n integer 1 128
    presence_penalty number -2 2
    prompt_cache_key identifier
    repetition_penalty number
    safety_identifier labelled
    seed integer
    stop text
    stop[] text
    stream flag
    stream_options.include_usage flag
    stream_options.include_obfuscation flag
    temperature number 0 2
    top_k integer
    top_p number 0 1
    user labelled
    chunks refused
    trusted_model_override refused
    uploaded_files refused
    """)

  /// A JSON Schema: parameters of tools and functions, formats of answers.
  static let schema = FieldTable(
    """
    $schema words \
    http://json-schema.org/draft-04/schema# http://json-schema.org/draft-06/schema# \
    http://json-schema.org/draft-07/schema# https://json-schema.org/draft/2019-09/schema \
    https://json-schema.org/draft/2020-12/schema
    $id identifier
    $anchor identifier
    $ref identifier
    $dynamicAnchor identifier
    $dynamicRef identifier
    $comment text
    $defs.# schema
    definitions.# schema
    title text
    description text
    type words object string number integer boolean array null
    type[] words object string number integer boolean array null
    format words \
    date time date-time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference \
    uri-template uuid json-pointer relative-json-pointer regex int32 int64 float double byte binary password
    pattern text
    enum free
    const free
    default free
    examples free
    example free
    properties.# schema
    patternProperties.# schema
    dependentSchemas.# schema
    dependentRequired.#[] identifier
    required[] identifier
    additionalProperties schema
    unevaluatedProperties schema
    propertyNames schema
    items schema
    items[] schema
    prefixItems[] schema
    additionalItems schema
    unevaluatedItems schema
    contains schema
    allOf[] schema
    anyOf[] schema
    oneOf[] schema
    not schema
    if schema
    then schema
    else schema
    minimum number
    maximum number
    exclusiveMinimum number
    exclusiveMaximum number
    multipleOf number
    minLength integer
    maxLength integer
    minItems integer
    maxItems integer
    minContains integer
    maxContains integer
    minProperties integer
    maxProperties integer
    strict flag
    nullable flag
    uniqueItems flag
    readOnly flag
    writeOnly flag
    deprecated flag
    """)
}
