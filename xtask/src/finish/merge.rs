//! Several parts of the program as one module. The splitter puts what two parts use into a chunk of its own, since it knows nothing of
//! their order. Where one of them is always there before the other, as the planner is before whatever its pages ask for, the chunk can as
//! well be in that one: it compresses better in one piece, and calls need not go through the table.
//!
//! Parts import memory, table and stack pointer of the main module and nothing else, and export nothing: they find each other's functions
//! in the table, through functions that only call on ("shims"). So a merged module is the sections of all, one after the other, with calls
//! of a shim made calls of what it stands for, where that is in the module too.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, NameMap, NameSection,
    TypeSection,
};
use wasmparser::{ConstExpr, ElementItems, ElementKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// A part, read.
#[derive(Default)]
struct Part<'a> {
    types: Vec<wasmparser::FuncType>,
    imports: Vec<wasmparser::Import<'a>>,
    /// The type of each function.
    functions: Vec<u32>,
    elements: Vec<wasmparser::Element<'a>>,
    bodies: Vec<FunctionBody<'a>>,
    data: Vec<wasmparser::Data<'a>>,
    names: BTreeMap<u32, &'a str>,
}

impl<'a> Part<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut part = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => part.types = types.into_iter_err_on_gc_types().collect::<Result<_, _>>()?,
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        let is_shared = matches!(import.ty, TypeRef::Global(_) | TypeRef::Memory(_) | TypeRef::Table(_));
                        ensure!(is_shared, "a part imports {}.{} ({:?})", import.module, import.name, import.ty);
                        part.imports.push(import);
                    }
                }
                Payload::FunctionSection(functions) => part.functions = functions.into_iter().collect::<Result<_, _>>()?,
                Payload::ElementSection(elements) => part.elements = elements.into_iter().collect::<Result<_, _>>()?,
                Payload::DataSection(data) => part.data = data.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => part.bodies.push(body),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Ok(Name::Function(map)) = name {
                                for naming in map {
                                    let naming = naming?;
                                    part.names.insert(naming.index, naming.name);
                                }
                            }
                        }
                    }
                }
                Payload::ExportSection(exports) => ensure!(exports.count() == 0, "a part exports something"),
                Payload::GlobalSection(globals) => ensure!(globals.count() == 0, "a part has a global of its own"),
                Payload::Version { .. } | Payload::DataCountSection { .. } | Payload::CodeSectionStart { .. } | Payload::End(_) => {
                }
                other => bail!("a part has a section that is not merged: {other:?}"),
            }
        }
        ensure!(part.functions.len() == part.bodies.len(), "a part lacks functions");
        Ok(part)
    }

    /// What a function stands for, if all that it does is to call on through the table with what it got.
    fn calls_on(&self, function: usize) -> Option<u32> {
        let kind = self.types.get(self.functions[function] as usize)?;
        let body = &self.bodies[function];
        if body.get_locals_reader().ok()?.get_count() != 0 {
            return None;
        }
        let mut operators = body.get_operators_reader().ok()?.into_iter().map(Result::ok);
        for number in 0..kind.params().len() {
            match operators.next()?? {
                Operator::LocalGet { local_index } if local_index as usize == number => {}
                _ => return None,
            }
        }
        let Operator::I32Const { value } = operators.next()?? else { return None };
        let Operator::CallIndirect { type_index, table_index: 0 } = operators.next()?? else { return None };
        let ends = matches!(operators.next()??, Operator::End) && operators.next().is_none();
        let same = self.types.get(type_index as usize)? == kind;
        if ends && same { u32::try_from(value).ok() } else { None }
    }
}

/// The numbers of one part's functions and types in the merged module.
struct Renumber<'a> {
    types: u32,
    functions: u32,
    /// By the number of a shim: the number in the merged module of what it stands for.
    shims: &'a BTreeMap<u32, u32>,
    globals: &'a [usize],
}

impl Reencode for Renumber<'_> {
    type Error = std::convert::Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.types + index)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.shims.get(&index).copied().unwrap_or(self.functions + index))
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error<Self::Error>> {
        Ok(u32::try_from(self.globals[index as usize]).unwrap_or(u32::MAX))
    }
}

/// How many bytes of code and data a part has.
///
/// # Errors
/// When it is damaged.
pub fn weight(module: &[u8]) -> Result<u64> {
    let mut weight = 0;
    for payload in Parser::new(0).parse_all(module) {
        weight += match payload? {
            Payload::CodeSectionStart { range, .. } => range.end - range.start,
            Payload::DataSection(data) => data.range().end - data.range().start,
            _ => 0,
        };
    }
    Ok(weight)
}

/// Merges parts into one.
///
/// # Errors
/// When one of them is damaged, or has what parts do not have: exports, imported functions, memories and globals of its own.
pub fn parts(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let parts: Vec<Part<'_>> = modules.iter().map(|module| Part::read(module)).collect::<Result<_>>()?;
    let mut first_function = 0;
    let firsts: Vec<u32> = parts
        .iter()
        .map(|part| {
            let first = first_function;
            first_function += u32::try_from(part.functions.len()).unwrap_or(u32::MAX);
            first
        })
        .collect();

    // What stands where in the table, by its number in the merged module and with its type.
    let mut table = BTreeMap::new();
    for (part, first) in parts.iter().zip(&firsts) {
        for element in &part.elements {
            for (slot, function) in slots(element)? {
                table.insert(slot, (first + function, &part.types[part.functions[function as usize] as usize]));
            }
        }
    }

    let (mut types, mut imports, mut functions) = (TypeSection::new(), ImportSection::new(), FunctionSection::new());
    let (mut elements, mut code, mut data) = (ElementSection::new(), CodeSection::new(), DataSection::new());
    let mut names = NameMap::new();
    let mut imported: Vec<&wasmparser::Import<'_>> = Vec::new();
    for import in parts.iter().flat_map(|part| &part.imports) {
        if !imported.iter().any(|seen| (seen.module, seen.name) == (import.module, import.name)) {
            imported.push(import);
            imports.import(import.module, import.name, utils::entity_type(&mut Same, import.ty)?);
        }
    }
    let is_global = |import: &&wasmparser::Import<'_>| matches!(import.ty, TypeRef::Global(_));
    let all_globals: Vec<_> = imported.into_iter().filter(is_global).map(|global| global.name).collect();
    let (mut first_type, mut data_count) = (0, 0);
    for (part, &first) in parts.iter().zip(&firsts) {
        let number = |global: &wasmparser::Import<'_>| all_globals.iter().position(|name| *name == global.name);
        let globals: Vec<usize> = part.imports.iter().filter(is_global).filter_map(number).collect();
        let shims = (0..part.functions.len())
            .filter_map(|function| {
                let (target, kind) = table.get(&part.calls_on(function)?)?;
                let is_same = part.types.get(part.functions[function] as usize) == Some(*kind);
                is_same.then_some((u32::try_from(function).ok()?, *target))
            })
            .collect();
        let mut renumber = Renumber { types: first_type, functions: first, shims: &shims, globals: &globals };
        for kind in &part.types {
            types.ty().func_type(&renumber.func_type(kind.clone())?);
        }
        for kind in &part.functions {
            functions.function(first_type + kind);
        }
        for element in &part.elements {
            utils::parse_element(&mut renumber, &mut elements, element.clone())?;
        }
        for body in &part.bodies {
            utils::parse_function_body(&mut renumber, &mut code, body.clone())?;
        }
        for piece in &part.data {
            utils::parse_data(&mut renumber, &mut data, piece.clone())?;
            data_count += 1;
        }
        for (function, name) in &part.names {
            names.append(first + function, name);
        }
        first_type += u32::try_from(part.types.len())?;
    }

    let mut named = NameSection::new();
    named.functions(&names);
    let mut merged = Module::new();
    merged.section(&types).section(&imports).section(&functions).section(&elements);
    merged.section(&DataCountSection { count: data_count }).section(&code).section(&data).section(&named);
    Ok(merged.finish())
}

/// Leaves all numbers as they are.
struct Same;

impl Reencode for Same {
    type Error = std::convert::Infallible;
}

/// The places in the table that a part fills, with the functions that it puts there.
fn slots(element: &wasmparser::Element<'_>) -> Result<Vec<(u32, u32)>> {
    let ElementKind::Active { table_index: None | Some(0), offset_expr } = &element.kind else {
        bail!("a part has elements of another kind than those that fill the table");
    };
    let ElementItems::Functions(functions) = &element.items else { bail!("a part fills the table with what are no functions") };
    let first = constant(offset_expr).context("the place of a part's functions in the table is no constant")?;
    functions.clone().into_iter().zip(first..).map(|(function, slot)| Ok((slot, function?))).collect()
}

fn constant(expression: &ConstExpr<'_>) -> Option<u32> {
    match expression.get_operators_reader().read().ok()? {
        Operator::I32Const { value } => u32::try_from(value).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, EntityType, ExportKind, ExportSection, Function, GlobalType, RefType, TableType, ValType,
    };

    /// The place in the table where the one part puts its function.
    const SLOT: i32 = 7;

    /// A part with one global, and one function that takes and gives a number; it is put into the table at `slot`.
    fn part(global: &str, slot: i32, body: impl FnOnce(&mut wasm_encoder::InstructionSink<'_>)) -> Module {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        let table = TableType { element_type: RefType::FUNCREF, table64: false, minimum: 9, maximum: None, shared: false };
        imports.import("main", "table", EntityType::Table(table));
        imports.import("main", global, GlobalType { val_type: ValType::I32, mutable: true, shared: false });
        let (mut functions, mut elements, mut code) = (FunctionSection::new(), ElementSection::new(), CodeSection::new());
        functions.function(0);
        elements.active(None, &ConstExpr::i32_const(slot), Elements::Functions([0].as_slice().into()));
        let mut function = Function::new([]);
        body(&mut function.instructions());
        code.function(&function);
        module.section(&types).section(&imports).section(&functions).section(&elements).section(&code);
        module
    }

    fn merged() -> Vec<u8> {
        let calls = part("stack", 1, |body| {
            body.local_get(0).i32_const(SLOT).call_indirect(0, 0).end();
        });
        let does = part("stack", SLOT, |body| {
            body.global_get(0).end();
        });
        // What calls the shim, in the part that has it.
        let also = part("other", 2, |body| {
            body.global_get(0).call(0).end();
        });
        parts(&[calls.finish(), does.finish(), also.finish()]).unwrap()
    }

    #[test]
    fn parts_become_one_module() {
        let merged = merged();
        wasmparser::validate(&merged).unwrap();
        let read = Part::read(&merged).unwrap();
        let imports: Vec<&str> = read.imports.iter().map(|import| import.name).collect();
        assert_eq!(imports, ["table", "stack", "other"]);
        let filled: Vec<(u32, u32)> = read.elements.iter().flat_map(|element| slots(element).unwrap()).collect();
        assert!(weight(&merged).unwrap() > 0);
        assert_eq!(filled, [(1, 1), (7, 1), (2, 2)], "who takes the shim from the table takes what it stands for");
    }

    #[test]
    fn functions_use_what_they_used() {
        let merged = merged();
        let read = Part::read(&merged).unwrap();
        let operators = |function: usize| -> Vec<Operator<'_>> {
            read.bodies[function].get_operators_reader().unwrap().into_iter().map(Result::unwrap).collect()
        };
        assert!(matches!(operators(1)[..], [Operator::GlobalGet { global_index: 0 }, Operator::End]));
        let [Operator::GlobalGet { global_index: 1 }, Operator::Call { function_index: 2 }, Operator::End] = operators(2)[..]
        else {
            panic!("{:?}", operators(2))
        };
    }

    #[test]
    fn what_is_no_part_is_refused() {
        let mut module = part("stack", 1, |body| {
            body.local_get(0).end();
        });
        let mut exports = ExportSection::new();
        exports.export("run", ExportKind::Func, 0);
        assert!(parts(&[module.clone().finish(), b"nothing".to_vec()]).is_err());
        module = Module::new();
        module.section(&exports);
        assert!(parts(&[module.finish()]).is_err());
    }
}
