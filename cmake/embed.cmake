# embed_resources(FOLDER OUT): every file under FOLDER becomes bytes in the program, by .incbin (a byte array takes the
# compiler minutes). OUT is set to the sources to compile; src/base/resources.cc reads the table they define.
function(embed_resources folder out)
  file(GLOB_RECURSE names CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
  list(SORT names COMPARE STRING)
  set(asm "    .section .rodata\n")
  set(externs "")
  set(rows "")
  set(paths "")
  set(n 0)
  foreach(name ${names})
    string(APPEND asm "    .balign 64\n    .global dateline_file_${n}\n    .global dateline_file_end_${n}\n"
      "dateline_file_${n}:\n    .incbin \"${folder}/${name}\"\ndateline_file_end_${n}:\n    .byte 0\n")
    string(APPEND externs "extern const char dateline_file_${n}[], dateline_file_end_${n}[];\n")
    string(APPEND rows "    {\"${name}\", dateline_file_${n}, dateline_file_end_${n}},\n")
    list(APPEND paths ${folder}/${name})
    math(EXPR n "${n} + 1")
  endforeach()
  string(APPEND asm "    .section .note.GNU-stack,\"\",@progbits\n")
  set(table "")
  string(APPEND table "#include <cstddef>\nextern \"C\" {\n${externs}}\nnamespace dateline {\n"
    "struct EmbeddedFile { const char* name; const char* begin; const char* end; };\n"
    "extern const EmbeddedFile kEmbeddedFiles[];\nextern const size_t kEmbeddedFileCount;\n"
    "const EmbeddedFile kEmbeddedFiles[] = {\n${rows}};\nconst size_t kEmbeddedFileCount = ${n};\n}\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded.S CONTENT "${asm}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_table.cc CONTENT "${table}" @ONLY)
  set_source_files_properties(${CMAKE_BINARY_DIR}/embedded.S PROPERTIES OBJECT_DEPENDS "${paths}")
  set(${out} ${CMAKE_BINARY_DIR}/embedded.S ${CMAKE_BINARY_DIR}/embedded_table.cc PARENT_SCOPE)
endfunction()
